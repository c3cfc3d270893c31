-- Gives the cells of a table the paragraph styles of reference.docx. Rows of a short table are
-- kept with the next one, so that it is not torn over two pages. Where rows stand in groups, the
-- level of each is a digit of "tingkat": members are indented, a group is kept with its first.
local KEPT = 12
local LEVELS = { ['1'] = 'Isi Tabel Kelompok', ['2'] = 'Isi Tabel Induk' }

local function name_of(style, level, column, last)
  if level == '0' and column == 1 then
    return 'Isi Tabel Anggota'
  end
  return not last and LEVELS[level] or style
end

local function dress(rows, style, kept, levels)
  for place, row in ipairs(rows) do
    local name = (kept and place < #rows) and style .. ' Utuh' or style
    local level = levels:sub(place, place)
    for column, cell in ipairs(row.cells) do
      local content = cell.contents:map(function(block) return pandoc.Para(block.content) end)
      local own = name_of(name, level, column, place == #rows)
      cell.contents = { pandoc.Div(content, pandoc.Attr('', {}, { ['custom-style'] = own })) }
    end
  end
end

function Table(element)
  local style = element.attributes['sel']
  if not style then
    return nil
  end
  local levels = element.attributes['tingkat'] or ''
  element.attributes['sel'] = nil
  element.attributes['tingkat'] = nil
  local head = style:gsub('^Isi', 'Kepala')
  dress(element.head.rows, head, false, '')
  for _, body in ipairs(element.bodies) do
    dress(body.body, style, style == 'Isi Tabel' and #body.body <= KEPT, levels)
  end
  return element
end

-- A picture that would not fit on a page with its caption is as high as one, not as wide; but its
-- words must be read.
local HIGHEST, WIDTH, NARROWEST = 10, 14, 11.5 -- centimetres

function Image(element)
  local file = assert(io.open(element.src, 'rb'))
  local size = pandoc.image.size(file:read('a'))
  file:close()
  local width = math.max(NARROWEST, HIGHEST * size.width / size.height)
  if width < WIDTH then
    element.attributes['width'] = string.format('%.2fcm', width)
  end
  return element
end
