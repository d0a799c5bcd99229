using System.Text.Json.Nodes;
using Integration.Acumatica.SalesOrders;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.Returns;

/// <summary>A mapped return order made ready to be sent.</summary>
internal sealed class ReturnDocument
{
    private ReturnDocument(JsonObject plain, IReadOnlyList<Reason> problems)
    {
        Plain = plain;
        Problems = problems;
    }

    /// <summary>The document as it will be sent, before wrapping.</summary>
    public JsonObject Plain { get; }

    /// <summary>Why it must not be sent; empty when it may.</summary>
    public IReadOnlyList<Reason> Problems { get; }

    /// <summary>
    /// Fills in order type, branch, tax zone and warehouse where the mapping left them out. Goods go on a return order, from which the warehouse makes a
    /// receipt; money alone on a credit memo order, which is billed without one.
    /// </summary>
    public static ReturnDocument Prepare(string reference, JsonObject mapped, AcumaticaSettings settings)
    {
        var plain = (JsonObject)mapped.DeepClone();
        var goods = OrderAmounts.Rows(plain, "Details").Where(IsGoods).ToList();
        if (OrderAmounts.Text(plain, "OrderType").Length == 0) plain["OrderType"] = goods.Count > 0 ? settings.ReturnOrderType : settings.CreditOrderType;
        if (settings.TaxZone is { } zone || settings.Branch is not null) Financial(plain, settings);
        foreach (var line in goods.Where(line => settings.Warehouse is not null && !line.ContainsKey("WarehouseID"))) line["WarehouseID"] = settings.ReturnWarehouse ?? settings.Warehouse;
        MergedTaxes.Apply(plain);
        RepresentablePrices.Apply(plain, settings.PriceDecimals);
        return new ReturnDocument(plain, [.. OrderDocument.Model.Problems(plain), .. OwnProblems(reference, plain, settings)]);
    }

    private static void Financial(JsonObject plain, AcumaticaSettings settings)
    {
        if (plain["FinancialSettings"] is not JsonObject financial) plain["FinancialSettings"] = financial = [];
        if (settings.Branch is { } branch && !financial.ContainsKey("Branch")) financial["Branch"] = branch;
        if (settings.TaxZone is not { } zone || financial.ContainsKey("CustomerTaxZone")) return;
        financial["OverrideTaxZone"] = true;
        financial["CustomerTaxZone"] = zone;
    }

    private static IEnumerable<Reason> OwnProblems(string reference, JsonObject plain, AcumaticaSettings settings)
    {
        if (reference.Length > 0 && OrderAmounts.Text(plain, "ExternalRef") != reference)
            yield return new Reason("ExternalRef", $"The mapping must write the reference {reference} here: by it the return is found again.");
        // Forbid Duplicates looks at the orders of every type, so the sale's number here would block the sale itself.
        if (OrderAmounts.Text(plain, "CustomerOrder").Length > 0)
            yield return new Reason("CustomerOrder", "A return must not carry a customer order number: the ERP takes it for a duplicate of the sale.");
        if (!settings.ReturnTypes.Contains(OrderAmounts.Text(plain, "OrderType")))
            yield return new Reason("OrderType", "The mapping writes an order type that the settings returnOrderType, creditOrderType and otherReturnTypes do not name.");
        if (!OrderAmounts.Rows(plain, "Details").Any(line => (OrderAmounts.Number(line, "OrderQty") ?? 0) > 0))
            yield return new Reason("Details", "The document has no lines.");
    }

    // The mapping gives goods the shop's line id, charges one of its own words.
    private static bool IsGoods(JsonObject line) => OrderAmounts.Text(line, "ExternalRef") is var id && id is not ("shipping" or "rounding") && !id.StartsWith("fee-", StringComparison.Ordinal);
}
