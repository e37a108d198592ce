/** The icon of the site, 32 dots wide, in the page itself: it is so small that asking for it would cost more. */
export const icon =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACAAAAAgBAMAAACBVGfHAAAAKlBMVEUUUVoUUVoUUVr/////elxPfIOKqKzE1NZiX1uvbFv/yr7/oo0UUVoUUVrRvrVXAAAADnRSTlMAgP/////////////IPFikQZsAAACxSURBVHjajdKxDcIwEIXhW4CGmiYn4SpUT8oE6egikQGM8i/AKmkyCxVMgJiIAscKGBCv/GTfSX42W20853Izs7svsjNb+Utu84EpH1kn2AJ0Xtk1wVGSGq9LSHenABDdM8xrvkHfQreAoLPU/AKnhfhz6Cv0QDtsgcHd3IMknXWSpPgRHKAlAPy3pQfoRjgAg1uQJDV7PRNLcADiyDOe3zTNrHMNCaqyqKLKouz37/AAPAFsWRwZqTIAAAAASUVORK5CYII='
