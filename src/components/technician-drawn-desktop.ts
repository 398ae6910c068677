// A picture as a customer's screen would bring it: a drawn desktop, as a live stream.

/** A stream of a small desktop, 1280 × 800. It is drawn again all the time, so that frames keep coming. */
export function drawDesktop(): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = 1280;
  canvas.height = 800;
  const context = canvas.getContext('2d');
  if (context === null) throw new TypeError('no canvas');
  const stream = canvas.captureStream(10);
  const [track] = stream.getTracks();
  const draw = (): void => {
    if (track?.readyState !== 'live') return;
    paint(context);
    requestAnimationFrame(draw);
  };
  draw();
  return stream;
}

function paint(context: CanvasRenderingContext2D): void {
  const box = (colour: string, x: number, y: number, width: number, height: number): void => {
    context.fillStyle = colour;
    context.fillRect(x, y, width, height);
  };
  box('#2f5d8a', 0, 0, 1280, 800);
  box('#f4f5f7', 160, 90, 820, 560);
  box('#dfe3e8', 160, 90, 820, 40);
  box('#1f2933', 0, 760, 1280, 40);
  context.fillStyle = '#1f2933';
  context.font = '20px sans-serif';
  context.fillText('Impressoras e scanners', 184, 117);
  context.fillText('HP LaserJet 4 (offline)', 200, 190);
  for (let row = 0; row < 6; row++) box('#c8ced6', 200, 220 + row * 60, 600 - row * 50, 24);
}
