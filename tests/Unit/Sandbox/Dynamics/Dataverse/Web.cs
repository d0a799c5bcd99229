using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse.Control;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

/// <summary>Records as a web shop's integration sends them.</summary>
internal static class Web
{
    public static string Account(string number) => $"/accounts({Ids.Of("account", number)})";

    public static string PriceList(string name) => $"/pricelevels({Ids.Of("pricelevel", name)})";

    public static string Currency(string code) => $"/transactioncurrencies({Ids.Of("transactioncurrency", code)})";

    public static string Product(string sku) => $"/products({Ids.Of("product", sku)})";

    public static string Unit(string name) => $"/uoms({Ids.Of("uom", name)})";

    /// <summary>An order of two white mugs by list price, for the guest, in USD.</summary>
    public static JsonObject Order(params JsonObject[] lines) => new()
    {
        ["name"] = "Web order",
        ["xci_externalid"] = $"XC-{Guid.NewGuid():n}",
        ["customerid_account@odata.bind"] = Account("WEBGUEST"),
        ["pricelevelid@odata.bind"] = PriceList("Web"),
        ["transactioncurrencyid@odata.bind"] = Currency("USD"),
        ["order_details"] = new JsonArray([.. lines.Length > 0 ? lines : [Line("MUG-01", 2m)]]),
    };

    /// <summary>A catalogue line; with a price it overrides the list's.</summary>
    public static JsonObject Line(string sku, decimal quantity, decimal? price = null, string unit = "Primary Unit")
    {
        var line = new JsonObject { ["productid@odata.bind"] = Product(sku), ["uomid@odata.bind"] = Unit(unit), ["quantity"] = quantity };
        if (price is { } amount)
        {
            line["ispriceoverridden"] = true;
            line["priceperunit"] = amount;
        }

        return line;
    }

    public static JsonObject WriteIn(string description, decimal quantity, decimal price) => new()
    {
        ["isproductoverridden"] = true, ["productdescription"] = description, ["quantity"] = quantity, ["ispriceoverridden"] = true, ["priceperunit"] = price,
    };

    public static JsonObject With(this JsonObject json, string name, JsonNode? value)
    {
        json[name] = value;
        return json;
    }

    public static JsonObject Without(this JsonObject json, string name)
    {
        json.Remove(name);
        return json;
    }

    public static Guid Id(this JsonNode json, string name) => json[name]!.GetValue<Guid>();

    public static decimal Amount(this JsonNode json, string name) => json[name]!.GetValue<decimal>();

    public static int Whole(this JsonNode json, string name) => json[name]!.GetValue<int>();

    public static string Text(this JsonNode json, string name) => json[name]?.ToString() ?? "";
}
