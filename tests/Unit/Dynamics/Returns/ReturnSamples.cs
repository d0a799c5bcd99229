using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Contracts.Serialization;
using Integration.Dynamics;
using Integration.Dynamics.Finance.Returns;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;

namespace Integration.Tests.Unit.Dynamics.Returns;

/// <summary>Returns as they are mapped, and what F&amp;O shows of them.</summary>
internal static class ReturnSamples
{
    public const string Reference = "XC1-1001/R";

    private static readonly LookupTables Lookups = LookupTables.Parse(JsonNode.Parse("""{ "return-reasons": { "codes": { "broken": "DAMAGED" } } }""")!.AsObject(), "test");

    /// <summary>Two mugs of three for 6.67, shipping 4.90, tax 0.50.</summary>
    public static ReturnSource Source => new()
    {
        Reference = Reference, OrderReference = "XC1-1001", Number = "1001", LocalDate = new DateOnly(2026, 3, 9), Currency = "EUR", CustomerId = "C42",
        Lines = [new ReturnSourceLine { Id = "1", Sku = "MUG-01", Name = "Mug", Quantity = 2, Amount = 6.67m, SaleLine = "LOT-1" }],
        Shipping = 4.90m, Taxes = [new OrderTax("VAT", "VAT 8.1 %", 0.50m)], Total = 12.07m,
    };

    /// <summary>Maps by the shipped document.</summary>
    public static JsonObject Map(ReturnSource source, DynamicsSettings settings)
    {
        var port = ReturnMapping.Of(settings);
        var result = MappingDocument.Parse(port.Default).Compile(port.Source, port.Target).Map(JsonSerializer.SerializeToNode(source, ContractsJson.Options)!.AsObject(), Lookups);
        return result.Document ?? throw new InvalidOperationException(string.Join("; ", result.Problems.Select(problem => problem.Message)));
    }

    /// <summary>The stored header.</summary>
    public static string Header(string number = "RO-1", string status = "Created", string reference = Reference, string customer = "C42", string requisition = "", string replaced = "No") => $$"""
        "ReturnOrderNumber":"{{number}}","RMANumber":"RMA-1","CustomersOrderReference":"{{reference}}","CustomerRequisitionNumber":"{{requisition}}","CustomerAccountNumber":"{{customer}}","InvoiceCustomerAccountNumber":"C42",
        "CurrencyCode":"EUR","ReturnStatus":"{{status}}","OrderTotalChargesAmount":0,"OrderTotalTaxAmount":0,"TotalDiscountAmount":0,"IsReplacementSalesOrderCreated":"{{replaced}}"
        """;

    /// <summary>A stored line.</summary>
    public static string Line(int line, string item, decimal quantity, decimal price, string key, string status = "Awaiting", string number = "RO-1", string lot = "") => string.Create(CultureInfo.InvariantCulture, $$"""
        "ReturnOrderNumber":"{{number}}","ReturnInventoryLotId":"R-{{line}}","LineCreationSequenceNumber":{{line}},"ItemNumber":"{{item}}","ReturnSalesQuantity":{{quantity}},"SalesPrice":{{price}},
        "LineAmount":{{quantity * price}},"ExternalItemNumber":"{{key}}","ReturnStatus":"{{status}}","ReturningInventoryLotId":"{{lot}}"
        """);

    /// <summary>The stored lines of <see cref="Source"/>.</summary>
    public static string[] Lines(string status = "Awaiting") =>
        [Line(1, "MUG-01", -1, 3.33m, "1", status), Line(2, "MUG-01", -1, 3.34m, "1~2", status), Line(3, "SHIPPING", -1, 4.90m, "shipping", status), Line(4, "SALESTAX", -1, 0.50m, "tax-VAT", status)];
}
