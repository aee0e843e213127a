// Before the first paint, so that nobody sees the other theme flash by.
{
  const chosen = localStorage.getItem('switchboard.theme');
  if (chosen) {
    document.documentElement.dataset.theme = chosen;
  }
}
