using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Contracts.Operations;
using Integration.Mapping.Documents;

namespace Integration.Dynamics.Finance.Protocol;

/// <summary>The fields of a mapped document: <c>header</c> and <c>lines</c>, each by the names of its entity set.</summary>
/// <param name="name">What a mapping document calls it.</param>
/// <param name="header">The header's fields.</param>
/// <param name="lines">A line's fields.</param>
internal abstract class HeaderAndLines(string name, EntityModel header, EntityModel lines) : IDocumentSchema
{
    /// <inheritdoc />
    public string Name => name;

    /// <summary>The header's fields.</summary>
    public EntityModel Header => header;

    /// <summary>A line's fields.</summary>
    public EntityModel Lines => lines;

    /// <inheritdoc />
    public bool Knows(string path, out SchemaType type)
    {
        type = path == "lines" ? SchemaType.Array : SchemaType.Object;
        if (path is "header" or "lines") return true;
        return (path.StartsWith("header.", StringComparison.Ordinal) && header.Knows(path["header.".Length..], out type))
            || (path.StartsWith("lines.", StringComparison.Ordinal) && lines.Knows(path["lines.".Length..], out type));
    }

    /// <summary>Fields that the entity sets do not have, or not so.</summary>
    public IEnumerable<Reason> Problems(JsonObject head, IReadOnlyList<JsonObject> rows) =>
        [.. header.Problems(head, "header."), .. rows.SelectMany((row, index) => lines.Problems(row, string.Create(CultureInfo.InvariantCulture, $"lines[{index}].")))];
}
