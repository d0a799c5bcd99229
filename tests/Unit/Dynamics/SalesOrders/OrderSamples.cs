using System.Globalization;
using System.Text.Json.Nodes;

namespace Integration.Tests.Unit.Dynamics.SalesOrders;

/// <summary>Mapped orders, and what F&amp;O shows of them.</summary>
internal static class OrderSamples
{
    public const string Reference = "XC1-1001";

    /// <summary>Two pieces for 9.00, one for 1.00, shipping 4.90.</summary>
    public static JsonObject Document() => JsonNode.Parse($$"""
        {
          "header": {
            "CustomersOrderReference": "{{Reference}}", "OrderingCustomerAccountNumber": "C42", "InvoiceCustomerAccountNumber": "C42", "CurrencyCode": "EUR",
            "DeliveryAddressCity": "Zürich", "DeliveryModeCode": "GROUND"
          },
          "lines": [
            { "ItemNumber": "MUG-01", "OrderedSalesQuantity": 2, "LineAmount": 9.00, "ExternalItemNumber": "1", "SalesTaxItemGroupCode": "" },
            { "ItemNumber": "BOOK", "OrderedSalesQuantity": 1, "LineAmount": 1.00, "ExternalItemNumber": "2", "SalesTaxItemGroupCode": "" },
            { "ItemNumber": "SHIPPING", "OrderedSalesQuantity": 1, "LineAmount": 4.90, "ExternalItemNumber": "shipping", "SalesTaxItemGroupCode": "" }
          ]
        }
        """)!.AsObject();

    /// <summary>The stored header.</summary>
    public static string Header(string number = "000891", string status = "Backorder", string processing = "Active", string more = "") => $$"""
        "SalesOrderNumber":"{{number}}","CustomersOrderReference":"{{Reference}}","SalesOrderStatus":"{{status}}","SalesOrderProcessingStatus":"{{processing}}","IsSalesProcessingStopped":"No",
        "CurrencyCode":"EUR","OrderingCustomerAccountNumber":"C42","InvoiceCustomerAccountNumber":"C42","OrderCreationDateTime":"2026-03-01T22:31:00Z","OrderTotalChargesAmount":0,
        "OrderTotalTaxAmount":0,"TotalDiscountAmount":0,"TotalDiscountPercentage":0,"DeliveryAddressCity":"Zürich","DeliveryModeCode":"GROUND"{{more}}
        """;

    /// <summary>A stored line.</summary>
    public static string Line(int line, string item, decimal quantity, decimal amount, string key, string status = "Backorder", string number = "000891", string more = "") => string.Create(CultureInfo.InvariantCulture, $$"""
        "SalesOrderNumber":"{{number}}","InventoryLotId":"LOT-{{line}}","LineNumber":{{line}},"ItemNumber":"{{item}}","OrderedSalesQuantity":{{quantity}},"LineAmount":{{amount}},
        "ExternalItemNumber":"{{key}}","SalesOrderLineStatus":"{{status}}","SalesTaxGroupCode":"","SalesTaxItemGroupCode":""{{more}}
        """);

    /// <summary>The stored lines of <see cref="Document"/>.</summary>
    public static string[] Lines(string number = "000891", string status = "Backorder") =>
        [Line(1, "MUG-01", 2, 9, "1", status, number), Line(2, "BOOK", 1, 1, "2", status, number), Line(3, "SHIPPING", 1, 4.90m, "shipping", "Backorder", number)];

    /// <summary>An answer's whole record.</summary>
    public static string Record(string inside) => $$"""{"dataAreaId":"usmf",{{inside}}}""";
}
