// The tab that gets captured: something moves in it, so that every moment has a frame.

export async function openPicture(context, title) {
  const page = await context.newPage();
  await page.setContent(`<!doctype html><title>${title}</title><canvas width="640" height="360"></canvas>`);
  await page.evaluate(() => {
    const context = document.querySelector('canvas').getContext('2d');
    let hue = 0;
    setInterval(() => {
      hue = (hue + 7) % 360;
      context.fillStyle = `hsl(${hue} 80% 50%)`;
      context.fillRect(0, 0, 640, 360);
    }, 33);
  });
  return page;
}
