package io.regcontract.simulator.store;

import io.regcontract.simulator.store.file.StateFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A layer of files over those of the system, in which single files cannot become longer: their disk is full. */
public final class FullDisk extends FilePathWrapper {

    private static final String SCHEME = "fulldisk";
    private static final Set<String> FULL = ConcurrentHashMap.newKeySet();

    static {
        FilePath.register(new FullDisk());
    }

    /** Opens a state file on a disk that can become full. */
    public static DurableStore open(Path file) {
        return DurableStore.on(StateFile.open(file, SCHEME + ":"));
    }

    /** There is no room for the file to grow from now on, or there is again. */
    public static void of(Path file, boolean full) {
        if (full) {
            FULL.add(file.toAbsolutePath().toString());
        } else {
            FULL.remove(file.toAbsolutePath().toString());
        }
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Limited(getBase().toString(), getBase().open(mode));
    }

    private static final class Limited extends FileBase {

        private final String name;
        private final FileChannel file;

        Limited(String name, FileChannel file) {
            this.name = name;
            this.file = file;
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return file.read(bytes);
        }

        @Override
        public synchronized int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            refuseToGrow(file.position() + bytes.remaining());
            return file.write(bytes);
        }

        @Override
        public synchronized int write(ByteBuffer bytes, long position) throws IOException {
            refuseToGrow(position + bytes.remaining());
            return file.write(bytes, position);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }

        private void refuseToGrow(long end) throws IOException {
            if (FULL.contains(name) && end > file.size()) {
                throw new IOException("No space left on device");
            }
        }
    }
}
