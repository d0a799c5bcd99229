using Integration.Dynamics.Finance.Protocol;
using Integration.Mapping.Documents;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>The fields of a mapped return: <c>header</c> and <c>lines</c>, each by the names of its entity set.</summary>
internal sealed class ReturnSchema : IDocumentSchema
{
    /// <summary>The header's fields.</summary>
    public static EntityModel Header { get; } = EntityModel.Load("Returns.return-order-headers-v2.json");

    /// <summary>A line's fields.</summary>
    public static EntityModel Lines { get; } = EntityModel.Load("Returns.return-order-lines-v2.json");

    /// <summary>The schema.</summary>
    public static ReturnSchema Model { get; } = new();

    /// <inheritdoc />
    public string Name => "ReturnOrder";

    /// <inheritdoc />
    public bool Knows(string path, out SchemaType type)
    {
        type = path == "lines" ? SchemaType.Array : SchemaType.Object;
        if (path is "header" or "lines") return true;
        return (path.StartsWith("header.", StringComparison.Ordinal) && Header.Knows(path["header.".Length..], out type))
            || (path.StartsWith("lines.", StringComparison.Ordinal) && Lines.Knows(path["lines.".Length..], out type));
    }
}
