-- Gives the cells of a table the paragraph styles of reference.docx. Rows of a short table are
-- kept with the next one, so that it is not torn over two pages.
local KEPT = 16

local function dress(rows, style, kept)
  for place, row in ipairs(rows) do
    local name = (kept and place < #rows) and style .. ' Utuh' or style
    for _, cell in ipairs(row.cells) do
      local content = cell.contents:map(function(block) return pandoc.Para(block.content) end)
      cell.contents = { pandoc.Div(content, pandoc.Attr('', {}, { ['custom-style'] = name })) }
    end
  end
end

function Table(element)
  local style = element.attributes['sel']
  if not style then
    return nil
  end
  element.attributes['sel'] = nil
  local head = style:gsub('^Isi', 'Kepala')
  dress(element.head.rows, head, false)
  for _, body in ipairs(element.bodies) do
    dress(body.body, style, style == 'Isi Tabel' and #body.body <= KEPT)
  end
  return element
end
