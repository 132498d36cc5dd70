package io.regcontract.simulator.store.indexed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that never changes: a change gives another one, which shares all but a few nodes with it. So whoever
 * holds one sees one moment, without a lock. A balanced binary tree that knows how many keys are below each node.
 */
public final class SortedTree<V> {

    private static final SortedTree<?> EMPTY = new SortedTree<>(null);

    private final @Nullable Node<V> root;

    private record Node<V>(
            String key, V value, @Nullable Node<V> left, @Nullable Node<V> right, int height, int size) {}

    private SortedTree(@Nullable Node<V> root) {
        this.root = root;
    }

    /** The map without a key. */
    @SuppressWarnings("unchecked") // Nothing is in it.
    public static <V> SortedTree<V> empty() {
        return (SortedTree<V>) EMPTY;
    }

    /** How many keys it has. */
    public int size() {
        return size(root);
    }

    /** The value of a key. */
    public Optional<V> get(String key) {
        var node = root;
        while (node != null) {
            int order = key.compareTo(node.key);
            if (order == 0) {
                return Optional.of(node.value);
            }
            node = order < 0 ? node.left : node.right;
        }
        return Optional.empty();
    }

    /** The map with a value at a key. */
    public SortedTree<V> with(String key, V value) {
        return new SortedTree<>(with(root, key, value));
    }

    /** The map without a key. */
    public SortedTree<V> without(String key) {
        return get(key).isEmpty() ? this : new SortedTree<>(without(root, key));
    }

    /** How many keys belong to a range. */
    public int count(KeyRange range) {
        return Math.max(0, rank(range.before()) - rank(range.from()));
    }

    /** What belongs to a range, in order. */
    public Iterator<Map.Entry<String, V>> entries(KeyRange range, boolean descending) {
        return new Walk<>(root, range, descending);
    }

    /** How many keys are less. */
    private int rank(String key) {
        int rank = 0;
        var node = root;
        while (node != null) {
            if (key.compareTo(node.key) <= 0) {
                node = node.left;
            } else {
                rank += size(node.left) + 1;
                node = node.right;
            }
        }
        return rank;
    }

    private static <V> Node<V> with(@Nullable Node<V> node, String key, V value) {
        if (node == null) {
            return new Node<>(key, value, null, null, 1, 1);
        }
        int order = key.compareTo(node.key);
        if (order == 0) {
            return new Node<>(key, value, node.left, node.right, node.height, node.size);
        }
        return order < 0
                ? balanced(node, with(node.left, key, value), node.right)
                : balanced(node, node.left, with(node.right, key, value));
    }

    private static <V> @Nullable Node<V> without(@Nullable Node<V> node, String key) {
        if (node == null) {
            return null;
        }
        int order = key.compareTo(node.key);
        if (order < 0) {
            return balanced(node, without(node.left, key), node.right);
        }
        if (order > 0) {
            return balanced(node, node.left, without(node.right, key));
        }
        if (node.left == null || node.right == null) {
            return node.left == null ? node.right : node.left;
        }
        var next = node.right;
        while (next.left != null) {
            next = next.left;
        }
        return balanced(next, node.left, without(node.right, next.key));
    }

    /** A node with the key and value of another one, over two trees whose heights differ by two at most. */
    private static <V> Node<V> balanced(Node<V> content, @Nullable Node<V> left, @Nullable Node<V> right) {
        if (left != null && left.height > height(right) + 1) {
            var inner = left.right;
            if (inner == null || height(left.left) >= inner.height) {
                return node(left, left.left, node(content, inner, right));
            }
            return node(inner, node(left, left.left, inner.left), node(content, inner.right, right));
        }
        if (right != null && right.height > height(left) + 1) {
            var inner = right.left;
            if (inner == null || height(right.right) >= inner.height) {
                return node(right, node(content, left, inner), right.right);
            }
            return node(inner, node(content, left, inner.left), node(right, inner.right, right.right));
        }
        return node(content, left, right);
    }

    private static <V> Node<V> node(Node<V> content, @Nullable Node<V> left, @Nullable Node<V> right) {
        return new Node<>(
                content.key,
                content.value,
                left,
                right,
                Math.max(height(left), height(right)) + 1,
                size(left) + size(right) + 1);
    }

    private static int height(@Nullable Node<?> node) {
        return node == null ? 0 : node.height;
    }

    private static int size(@Nullable Node<?> node) {
        return node == null ? 0 : node.size;
    }

    /** Goes through a range. */
    private static final class Walk<V> implements Iterator<Map.Entry<String, V>> {

        private final Deque<Node<V>> ahead = new ArrayDeque<>();
        private final KeyRange range;
        private final boolean descending;

        Walk(@Nullable Node<V> root, KeyRange range, boolean descending) {
            this.range = range;
            this.descending = descending;
            push(root);
        }

        @Override
        public boolean hasNext() {
            return !ahead.isEmpty() && range.contains(ahead.getFirst().key);
        }

        @Override
        public Map.Entry<String, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var node = ahead.removeFirst();
            push(descending ? node.left : node.right);
            return Map.entry(node.key, node.value);
        }

        /** Descends to the next key of the range, leaving out what lies before its beginning. */
        private void push(@Nullable Node<V> top) {
            var node = top;
            while (node != null) {
                boolean isAhead =
                        descending ? node.key.compareTo(range.before()) < 0 : node.key.compareTo(range.from()) >= 0;
                if (isAhead) {
                    ahead.addFirst(node);
                }
                node = isAhead != descending ? node.left : node.right;
            }
        }
    }
}
