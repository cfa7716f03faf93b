import type { Random } from '../random.js';
import { postcode, unitLetters } from '../person/postcode.js';
import type { Home } from './person.js';

/** Families with children to one postcode: some fifteen addresses, a third of them with someone under 26. */
const childrenPerPostcode = 9;
/** Postcodes that the pattern below can make. */
const mostPostcodes = 80_000;
/** Homes in England that are flats, a little over one in five. */
const flats = 0.2;
const housesWithNames = 0.02;

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const towns = words(
  'Aldermere Aldermere Aldermere Aldermere Aldermere Brackwell Brackwell Brackwell Thornby Thornby Eastmere Eastmere ' +
    'Harrowdale Kelbridge Oxcombe Pennick Ravensholt Saltgate Upcliffe Wexley',
);
const kinds = words('Road Street Avenue Close Drive Lane Gardens Crescent Court Way Place Terrace Grove Road Street');
const streets = words(`
  Station Church Victoria Park Mill Alder Green Manor Kings Queens New Grange North South West Highfield Windsor Albert
  York Springfield George Chester Stanley Oak Ash Elm Beech Birch Cedar Chestnut Hawthorn Holly Laburnum Larch Laurel
  Lime Maple Poplar Rowan Sycamore Willow Derwent Ennerdale Grasmere Coniston Windermere Thirlmere Ullswater Buttermere
  Balmoral Sandringham Buckingham Lancaster Kent Surrey Norfolk Suffolk Devon Cornwall Dorset Essex Durham Lincoln
  Gladstone Disraeli Churchill Wellington Nelson Trafalgar Waterloo Alma Tennyson Wordsworth Shelley Byron Keats Milton
  Browning Dickens Chaucer Masefield Farm Orchard Meadow Field Brook Bridge River Canal Quarry Hill Valley Moor Common
  Abbey Priory Chapel Vicarage Rectory School College Market Castle Cross Tower Bell Foundry Forge Kiln Weavers Tanners
  Coopers Millers Shepherds Drovers Saddlers Cobden Bright Peel Fielding Arkwright Crompton Hargreave Cartwright Brunel
  Stephenson Telford Rennie Newcomen Watt Faraday Newton Darwin Fleming Jenner Lister Nightingale Seacole Cavell
  Pankhurst Fawcett Primrose Bluebell Foxglove Heather Bramble Clover Lavender Poppy Snowdrop Jasmine Kestrel Falcon
  Heron Swallow Skylark Lapwing Plover Curlew Robin Wren`);
const houseNames = words(
  'Rosebank Fairview Woodlands Hillcrest Lyndhurst Ivydene Sunnyside Brookside Oakdene Westways',
);

/** How many postcodes an area of so many children has. */
export function postcodesFor(children: number): number {
  return Math.min(mostPostcodes, Math.ceil(children / childrenPerPostcode));
}

/** A home on one of the first `postcodes` streets: each postcode is one street of one town, as most are. */
export function drawHome(random: Random, postcodes: number): Home {
  const index = random.int(0, postcodes - 1);
  const named = random.chance(housesWithNames);
  return {
    flat: !named && random.chance(flats) ? random.int(1, 24) : null,
    house: named ? random.pick(houseNames) : String(random.int(1, 60)),
    street: streets[(index * 11) % streets.length] ?? '',
    kind: kinds[(index * 4 + Math.floor(index / streets.length)) % kinds.length] ?? '',
    town: towns[index % 20] ?? '',
    postcode: postcodeAt(index),
  };
}

/** The nth postcode of ZX: districts in turn, then sectors, then units. */
function postcodeAt(index: number): string {
  const unit = Math.floor(index / 200);
  const letters = `${unitLetters[unit % 20] ?? ''}${unitLetters[Math.floor(unit / 20) % 20] ?? ''}`;
  return postcode(1 + (index % 20), Math.floor(index / 20) % 10, letters);
}
