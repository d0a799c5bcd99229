using Integration.Dynamics.Finance.Protocol;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>The fields of a mapped order: <c>header</c> and <c>lines</c>, each by the names of its entity set.</summary>
internal sealed class OrderSchema : HeaderAndLines
{
    private static readonly Dictionary<string, EntityModel> Headers = new(StringComparer.Ordinal)
    {
        ["SalesOrderHeadersV2"] = EntityModel.Load("SalesOrders.sales-order-headers-v2.json"),
        ["SalesOrderHeadersV3"] = EntityModel.Load("SalesOrders.sales-order-headers-v3.json"),
        ["SalesOrderHeadersV4"] = EntityModel.Load("SalesOrders.sales-order-headers-v4.json"),
    };

    private static readonly Dictionary<string, EntityModel> LineSets = new(StringComparer.Ordinal)
    {
        ["SalesOrderLines"] = EntityModel.Load("SalesOrders.sales-order-lines.json"),
        ["SalesOrderLinesV3"] = EntityModel.Load("SalesOrders.sales-order-lines-v3.json"),
    };

    private OrderSchema(EntityModel header, EntityModel lines) : base("SalesOrder", header, lines)
    {
    }

    /// <summary>The schema of the entity sets that the settings name.</summary>
    public static OrderSchema Of(DynamicsSettings settings) => new(Headers[settings.HeaderEntity].With([.. Scores(settings)]), LineSets[settings.LineEntity]);

    private static IEnumerable<string> Scores(DynamicsSettings settings) => new[] { settings.AnomalyScore, settings.CreditScore }.OfType<string>();
}
