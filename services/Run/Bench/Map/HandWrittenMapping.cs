using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Mapping.Lookups;

namespace Integration.Run.Bench.Map;

/// <summary>
/// The yardstick: what a programmer would write instead of the shipped document, with the same checks (required values, lookups) and
/// the same result. JSON in, JSON out, like the mapping.
/// </summary>
internal sealed class HandWrittenMapping(ILookups lookups)
{
    private readonly List<string> _problems = [];

    /// <summary>What was wrong with the order; empty after a good one.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public JsonObject Map(JsonObject order)
    {
        _problems.Clear();
        var currency = Text(order, "currency");
        var customer = order["customer"] as JsonObject;
        var result = new JsonObject { ["OrderType"] = "WO" };
        Require(result, "CustomerOrder", Text(order, "reference"));
        Require(result, "ExternalRef", Text(order, "reference"));
        Require(result, "Date", Text(order, "localDate"));
        Set(result, "RequestedOn", Text(order, "localDate"));
        Require(result, "CurrencyID", currency);
        Require(result, "CustomerID", Text(customer, "erpId"));
        Set(result, "Description", Cut("Shop order " + Text(order, "number"), 256));
        Set(result, "note", Text(order, "notes"));
        result["Hold"] = false;

        var billing = order["billingAddress"] as JsonObject;
        result["BillToAddressOverride"] = true;
        result["BillToAddress"] = Address(billing);
        result["BillToContactOverride"] = true;
        result["BillToContact"] = Contact(billing, customer);
        var shipping = order["shippingAddress"] as JsonObject ?? billing;
        result["ShipToAddressOverride"] = true;
        result["ShipToAddress"] = Address(shipping);
        result["ShipToContactOverride"] = true;
        result["ShipToContact"] = Contact(shipping, customer);

        var rounding = Number(order, "rounding") ?? 0;
        result["Details"] = Details(order, rounding);
        result["DisableAutomaticDiscountUpdate"] = true;
        result["DiscountDetails"] = Discounts(order, rounding);
        if (order["shippingMethod"] is JsonObject method) Find(result, "ShipVia", "ship-vias", Text(method, "name"));
        var totals = new JsonObject { ["OverrideFreightAmount"] = true };
        if (Number(order, "shippingCost") is { } freight) totals["Freight"] = freight;
        result["Totals"] = totals;
        result["DisableAutomaticTaxCalculation"] = true;
        result["IsTaxValid"] = true;
        result["TaxDetails"] = Taxes(order);
        result["Payments"] = Payments(order, currency);
        return result;
    }

    private static JsonObject Address(JsonObject? address)
    {
        var result = new JsonObject();
        Set(result, "AddressLine1", Text(address, "street"));
        Set(result, "AddressLine2", Text(address, "street2"));
        Set(result, "City", Text(address, "city"));
        Set(result, "PostalCode", Text(address, "postalCode"));
        Set(result, "State", Text(address, "state"));
        Set(result, "Country", Text(address, "country"));
        return result;
    }

    private static JsonObject Contact(JsonObject? address, JsonObject? customer)
    {
        var result = new JsonObject();
        Set(result, "Attention", Text(address, "fullName"));
        Set(result, "BusinessName", Text(address, "company"));
        Set(result, "Email", Text(customer, "email"));
        Set(result, "Phone1", Text(address, "phone"));
        return result;
    }

    private JsonArray Details(JsonObject order, decimal rounding)
    {
        var result = new JsonArray();
        foreach (var line in Rows(order, "lines"))
        {
            var name = Text(line, "name");
            if (line["options"] is JsonArray { Count: > 0 } options)
                name = $"{name} ({string.Join(", ", options.Select(option => $"{Text(option as JsonObject, "name")}: {Text(option as JsonObject, "value")}"))})";
            var row = new JsonObject();
            Require(row, "InventoryID", Text(line, "sku"));
            Finish(row, Text(line, "id"), name, Number(line, "quantity"), Number(line, "subtotal"));
            result.Add((JsonNode)row);
        }

        foreach (var fee in Rows(order, "fees").Where(fee => Number(fee, "amount") > 0))
        {
            var row = new JsonObject();
            Find(row, "InventoryID", "fee-items", Text(fee, "code"));
            Finish(row, "fee-" + Text(fee, "code"), Text(fee, "name"), 1, Number(fee, "amount"));
            result.Add((JsonNode)row);
        }

        if (rounding > 0)
        {
            var row = new JsonObject();
            Find(row, "InventoryID", "fee-items", "ROUNDING");
            Finish(row, "rounding", "Rounding", 1, rounding);
            result.Add((JsonNode)row);
        }

        return result;
    }

    private void Finish(JsonObject row, string? id, string? text, decimal? quantity, decimal? amount)
    {
        Set(row, "LineDescription", Cut(text, 256));
        Require(row, "OrderQty", quantity);
        Require(row, "ExtendedPrice", amount);
        row["ManualPrice"] = true;
        Require(row, "ExternalRef", id);
    }

    private JsonArray Discounts(JsonObject order, decimal rounding)
    {
        var result = new JsonArray();
        foreach (var discount in Rows(order, "discounts").Where(discount => Number(discount, "amount") > 0))
            result.Add((JsonNode)Discount(Text(discount, "coupon") ?? Text(discount, "code"), Text(discount, "name"), Number(discount, "amount")));
        foreach (var fee in Rows(order, "fees").Where(fee => Number(fee, "amount") < 0))
            result.Add((JsonNode)Discount(Text(fee, "code"), Text(fee, "name"), -Number(fee, "amount")));
        if (rounding < 0)
            result.Add((JsonNode)Discount("ROUNDING", "Rounding", -rounding));
        return result;
    }

    private JsonObject Discount(string? code, string? text, decimal? amount)
    {
        var result = new JsonObject();
        Set(result, "ExternalDiscountCode", Cut(code, 15));
        Set(result, "Description", text);
        Require(result, "DiscountAmount", amount);
        return result;
    }

    private JsonArray Taxes(JsonObject order)
    {
        var result = new JsonArray();
        foreach (var tax in Rows(order, "taxes").Where(tax => Number(tax, "amount") != 0))
        {
            var row = new JsonObject();
            Find(row, "TaxID", "taxes", Text(tax, "code"));
            Require(row, "TaxAmount", Number(tax, "amount"));
            result.Add((JsonNode)row);
        }

        return result;
    }

    private JsonArray Payments(JsonObject order, string? currency)
    {
        var result = new JsonArray();
        foreach (var payment in Rows(order, "captures"))
        {
            var method = Text(payment, "method");
            var row = new JsonObject { ["DocType"] = "Prepayment" };
            Find(row, "PaymentMethod", "payment-methods", method);
            Find(row, "CashAccount", "cash-accounts", $"{method}:{currency}");
            Require(row, "PaymentAmount", Number(payment, "amount"));
            row["AppliedToOrder"] = Number(payment, "amount");
            Set(row, "ApplicationDate", Text(payment, "localDate"));
            Set(row, "PaymentRef", Cut(Text(payment, "providerReference"), 40));
            Require(row, "ExternalRef", Text(payment, "key"));
            row["Hold"] = false;
            result.Add((JsonNode)row);
        }

        return result;
    }

    private static string? Text(JsonObject? owner, string name) =>
        owner is not null && owner[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static decimal? Number(JsonObject owner, string name) =>
        owner[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<decimal>() : null;

    private static IEnumerable<JsonObject> Rows(JsonObject owner, string name) => (owner[name] as JsonArray)?.OfType<JsonObject>() ?? [];

    private static string? Cut(string? text, int most)
    {
        if (text is null || text.Length <= most) return text;
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }

    private static void Set(JsonObject target, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text)) target[name] = text;
    }

    private void Require(JsonObject target, string name, string? text)
    {
        if (string.IsNullOrEmpty(text)) _problems.Add($"'{name}' is required.");
        else target[name] = text;
    }

    private void Require(JsonObject target, string name, decimal? number)
    {
        if (number is null) _problems.Add($"'{name}' is required.");
        else target[name] = number.Value;
    }

    private void Find(JsonObject target, string name, string table, string? code)
    {
        if (string.IsNullOrEmpty(code)) _problems.Add($"'{name}' is required.");
        else if (lookups.TryFind(table, code, out var found)) target[name] = found.DeepClone();
        else _problems.Add(string.Create(CultureInfo.InvariantCulture, $"The code '{code}' is not in the lookup '{table}'."));
    }
}
