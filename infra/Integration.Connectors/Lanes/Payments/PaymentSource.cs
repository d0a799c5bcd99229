using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Contracts.Erp;
using Integration.Contracts.Serialization;
using Integration.Mapping.Documents;

namespace Integration.Connectors.Lanes.Payments;

/// <summary>What a payment's mapping document may read: the entry, the order's numbers, and <c>account</c>, the lookup code of method and currency.</summary>
public sealed class PaymentSource : IDocumentSchema
{
    private static readonly TypeSchema Entry = TypeSchema.Of<Contracts.Orders.PaymentEntry>("canonical.payment", ContractsJson.Options);

    private static readonly string[] Added = ["account", "order.number", "order.erpId", "order.erpNumber"];

    private PaymentSource()
    {
    }

    /// <summary>The only one.</summary>
    public static PaymentSource Schema { get; } = new();

    /// <inheritdoc/>
    public string Name => "payment";

    /// <inheritdoc/>
    public bool Knows(string path, out SchemaType type)
    {
        type = path == "order" ? SchemaType.Object : SchemaType.Text;
        return path == "order" || Added.Contains(path, StringComparer.Ordinal) || Entry.Knows(path, out type);
    }

    /// <summary>The record that is mapped.</summary>
    internal static JsonObject Of(PostPayment command)
    {
        var source = JsonSerializer.SerializeToNode(command.Entry, ContractsJson.Options)!.AsObject();
        source["account"] = $"{command.Entry.Method}:{command.Entry.Currency}";
        source["order"] = new JsonObject { ["number"] = command.Number, ["erpId"] = command.ErpOrder.Id, ["erpNumber"] = command.ErpOrder.Number };
        return source;
    }
}
