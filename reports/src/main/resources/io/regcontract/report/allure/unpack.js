// Allure asks window.reportData for its files, in base64, once window.reportDataReady is true.
(async () => {
  const base64 = bytes => {
    let text = '';
    for (let from = 0; from < bytes.length; from += 0x8000) text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
    return btoa(text);
  };
  try {
    const packed = Uint8Array.from(atob(document.getElementById('packed').textContent), letter => letter.charCodeAt(0));
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    const bytes = new Uint8Array(await new Response(unpacked).arrayBuffer());
    const list = bytes.indexOf(10);
    let from = list + 1;
    for (const [name, length] of JSON.parse(new TextDecoder().decode(bytes.subarray(0, list)))) {
      const part = bytes.subarray(from, from + length);
      from += length;
      Object.defineProperty(window.reportData, name, { enumerable: true, get: () => base64(part) });
    }
    window.reportDataReady = true;
  } catch (failure) {
    document.getElementById('content').textContent = 'This report cannot be unpacked here: it takes a browser of 2023 or later. ' + failure;
  }
})();
