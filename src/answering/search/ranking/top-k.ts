// The best of many scores without sorting them all.

const BINS = 1024;

/** Labels of the `count` greatest scores above 0, greatest first; equal ones in order of label. */
export function greatest(
  scores: Float32Array,
  count: number,
  allow?: (label: number) => boolean,
): readonly number[] {
  const found = new Int32Array(scores.length);
  let size = 0;
  let top = 0;
  for (let label = 0; label < scores.length; label++) {
    const score = scores[label] as number;
    if (score > 0 && (allow === undefined || allow(label))) {
      found[size++] = label;
      top = Math.max(top, score);
    }
  }
  const least = leastOf(scores, found.subarray(0, size), count, top);
  const best: number[] = [];
  for (let at = 0; at < size; at++) {
    const label = found[at] as number;
    if ((scores[label] as number) >= least) {
      best.push(label);
    }
  }
  return best.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, count);
}

/** A score that at least `count` labels reach, and few more: the floor of a bin of a histogram. */
function leastOf(scores: Float32Array, labels: Int32Array, count: number, top: number): number {
  if (labels.length <= count) {
    return 0;
  }
  const bins = new Uint32Array(BINS);
  const scale = (BINS - 1) / top;
  for (const label of labels) {
    const bin = Math.floor((scores[label] as number) * scale);
    bins[bin] = (bins[bin] as number) + 1;
  }
  let reached = 0;
  for (let bin = BINS - 1; bin > 0; bin--) {
    reached += bins[bin] as number;
    if (reached >= count) {
      // A hair lower, so that rounding loses none of this bin.
      return (bin / scale) * (1 - 1e-6);
    }
  }
  return 0;
}
