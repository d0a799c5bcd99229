using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;

namespace Integration.Connectors.Lanes.Orders;

internal sealed class InterimOrderMapping : IOrderMapping
{
    public MappedOrder Map(PairDefinition pair, ISalesOrders erp, JsonObject s)
    {
        JsonNode? L(string table, string code) => pair.Lookups[table]?[code]?.DeepClone();
        JsonObject Addr(JsonNode? a) => new() { ["AddressLine1"] = a?["street"]?.DeepClone(), ["City"] = a?["city"]?.DeepClone(), ["PostalCode"] = a?["postalCode"]?.DeepClone(), ["State"] = a?["state"]?.DeepClone(), ["Country"] = a?["country"]?.DeepClone() };
        var settings = pair.Erp.Settings;
        var doc = new JsonObject
        {
            ["OrderType"] = "WO", ["CustomerOrder"] = s["reference"]!.DeepClone(), ["ExternalRef"] = s["reference"]!.DeepClone(), ["Date"] = s["localDate"]!.DeepClone(),
            ["CurrencyID"] = s["currency"]!.DeepClone(), ["CustomerID"] = s["customer"]!["erpId"]!.DeepClone(), ["Hold"] = false,
            ["BillToAddressOverride"] = true, ["BillToAddress"] = Addr(s["billingAddress"]), ["ShipToAddressOverride"] = true, ["ShipToAddress"] = Addr(s["shippingAddress"] ?? s["billingAddress"]),
            ["Details"] = new JsonArray([.. s["lines"]!.AsArray().Select(l => new JsonObject { ["InventoryID"] = l!["sku"]!.DeepClone(), ["OrderQty"] = l["quantity"]!.DeepClone(), ["ExtendedPrice"] = l["subtotal"]!.DeepClone(), ["ManualPrice"] = true, ["WarehouseID"] = "MAIN", ["ExternalRef"] = l["id"]!.DeepClone() })]),
            ["DisableAutomaticDiscountUpdate"] = true,
            ["DiscountDetails"] = new JsonArray([.. s["discounts"]!.AsArray().Select(l => new JsonObject { ["ExternalDiscountCode"] = l!["code"]!.DeepClone(), ["DiscountAmount"] = l["amount"]!.DeepClone() })]),
            ["Totals"] = new JsonObject { ["OverrideFreightAmount"] = true, ["Freight"] = s["shippingCost"]!.DeepClone() },
            ["FinancialSettings"] = new JsonObject { ["Branch"] = "MAIN", ["OverrideTaxZone"] = true, ["CustomerTaxZone"] = "WEB" },
            ["DisableAutomaticTaxCalculation"] = true, ["IsTaxValid"] = true,
            ["TaxDetails"] = new JsonArray([.. s["taxes"]!.AsArray().Select(l => new JsonObject { ["TaxID"] = L("taxes", l!["code"]!.ToString()), ["TaxAmount"] = l["amount"]!.DeepClone() })]),
            ["Payments"] = new JsonArray([.. s["payments"]!.AsArray().Where(p => p!["state"]!.ToString() == "captured").Select(p => new JsonObject { ["DocType"] = "Prepayment", ["PaymentMethod"] = L("payment-methods", p!["method"]!.ToString()), ["CashAccount"] = L("cash-accounts", p["method"] + ":" + s["currency"]), ["PaymentAmount"] = p["amount"]!.DeepClone(), ["AppliedToOrder"] = p["amount"]!.DeepClone(), ["PaymentRef"] = p["id"]!.DeepClone(), ["ExternalRef"] = s["storefront"] + "-" + p["id"], ["Hold"] = false })]),
        };
        if (s["shippingMethod"]?["name"] is { } m) doc["ShipVia"] = L("ship-vias", m.ToString());
        return new MappedOrder(doc, "", []);
    }
}
