// Screen calibration: the reader fits a rectangle to a bank or identity card, whose width is 85.60 mm (ISO/IEC 7810 ID-1).

const CARD_MILLIMETRES = 85.6;
const CARD_RATIO = 53.98 / 85.6;

/** Joins the dialog to its button; tells `done` when the scale has changed. */
export function calibration(dialog, button, scale, done) {
  const card = dialog.querySelector('[data-part=card]');
  const range = dialog.querySelector('input');
  const fit = () => {
    card.style.width = `${range.value}px`;
    card.style.height = `${range.value * CARD_RATIO}px`;
  };
  const show = () => {
    button.dataset.calibrated = String(scale.calibrated);
    button.textContent = scale.calibrated ? button.dataset.yes : button.dataset.no;
  };
  button.addEventListener('click', () => {
    range.value = String(Math.round(scale.pixelsPerMillimetre * CARD_MILLIMETRES));
    fit();
    dialog.showModal();
  });
  range.addEventListener('input', fit);
  dialog.querySelector('form').addEventListener('submit', (event) => {
    if (event.submitter?.value === 'save') {
      scale.calibrate(Number(range.value) / CARD_MILLIMETRES);
      show();
      done();
    }
  });
  show();
}
