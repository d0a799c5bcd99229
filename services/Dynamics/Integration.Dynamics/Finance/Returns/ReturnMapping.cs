using System.Text.Json.Nodes;
using Integration.Connectors.Ports;
using Integration.Connectors.Publishing;
using Integration.Contracts.Serialization;
using Integration.Mapping.Documents;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>The shipped mapping document of returns, with the connection's settings written in.</summary>
internal static class ReturnMapping
{
    /// <summary>Lookup: shop's word for the reason → return reason code.</summary>
    public const string Reasons = "return-reasons";

    /// <summary>The port's mapping.</summary>
    public static MappingPort Of(DynamicsSettings settings) =>
        new("returns.toErp", TypeSchema.Of<ReturnSource>("return", ContractsJson.Options), ReturnSchema.Model, Render(settings));

    private static string Render(DynamicsSettings settings)
    {
        var values = new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["{setting:unit}"] = settings.Unit,
            ["{setting:returns.saleField}"] = settings.Returns.LinkToSale ? "ReturningInventoryLotId" : null,
        };
        foreach (var (setting, item) in settings.Items.All()) values[$"{{setting:{setting}}}"] = item;
        foreach (var (setting, code) in settings.Returns.All()) values[$"{{setting:{setting}}}"] = code;
        values["{setting:returns.warehouse}"] = settings.Returns.Warehouse ?? settings.Warehouse;
        return ShippedDocument.Text(typeof(ReturnMapping), "returns.toErp", values);
    }
}
