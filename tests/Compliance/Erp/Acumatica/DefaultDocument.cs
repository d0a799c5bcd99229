using System.Text.Json.Nodes;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;

namespace Integration.Tests.Compliance.Erp.Acumatica;

internal static class DefaultDocument
{
    public static JsonObject Of(ISalesOrders orders, Order order, string customerId, JsonObject lookups)
    {
        var address = new JsonObject { ["City"] = (order.ShippingAddress ?? order.BillingAddress).City, ["Country"] = order.BillingAddress.Country };
        var document = new JsonObject
        {
            ["OrderType"] = "WO", ["CustomerOrder"] = order.Reference, ["ExternalRef"] = order.Reference, ["Date"] = "2026-03-01", ["CurrencyID"] = order.Currency,
            ["CustomerID"] = customerId, ["Hold"] = false, ["DisableAutomaticDiscountUpdate"] = true, ["DisableAutomaticTaxCalculation"] = true, ["IsTaxValid"] = true,
            ["ShipToAddressOverride"] = true, ["ShipToAddress"] = address,
            ["FinancialSettings"] = new JsonObject { ["OverrideTaxZone"] = true, ["CustomerTaxZone"] = "WEB" },
            ["Totals"] = new JsonObject { ["OverrideFreightAmount"] = true, ["Freight"] = order.ShippingCost },
            ["Details"] = new JsonArray([.. order.Lines.Select(line => new JsonObject
            {
                ["InventoryID"] = line.Sku, ["LineDescription"] = line.Name, ["OrderQty"] = line.Quantity, ["ExtendedPrice"] = line.Subtotal, ["ExternalRef"] = line.Id, ["WarehouseID"] = "MAIN",
            })]),
            ["TaxDetails"] = new JsonArray([.. order.Taxes.Select(tax => new JsonObject { ["TaxID"] = (string?)lookups["taxes"]![tax.Code], ["TaxAmount"] = tax.Amount })]),
            ["DiscountDetails"] = new JsonArray([.. order.Discounts.Select(discount => new JsonObject { ["ExternalDiscountCode"] = (discount.Coupon ?? discount.Code)[..Math.Min(15, (discount.Coupon ?? discount.Code).Length)], ["DiscountAmount"] = discount.Amount })]),
            ["Payments"] = new JsonArray([.. order.Payments.Select(payment => new JsonObject
            {
                ["DocType"] = "Prepayment", ["PaymentMethod"] = "ONLINE", ["CashAccount"] = order.Currency == "EUR" ? "10250WEB" : "10200WEB",
                ["PaymentAmount"] = payment.Amount, ["AppliedToOrder"] = payment.Amount, ["PaymentRef"] = payment.Id, ["ExternalRef"] = $"{order.Storefront}-{payment.Id}", ["Hold"] = false,
            })]),
        };
        if (order.ShippingMethod is not null) document["ShipVia"] = "GROUND";
        if (order.Notes.Length > 0) document["note"] = order.Notes;
        foreach (var fee in order.Fees)
            document["Details"]!.AsArray().Add(new JsonObject { ["InventoryID"] = (string?)lookups["fee-items"]![fee.Code], ["OrderQty"] = 1m, ["ExtendedPrice"] = fee.Amount, ["ExternalRef"] = $"fee-{fee.Code}" });
        if (order.Rounding < 0) document["DiscountDetails"]!.AsArray().Add(new JsonObject { ["ExternalDiscountCode"] = "ROUNDING", ["DiscountAmount"] = -order.Rounding });
        return document;
    }
}
