using System.Text.Json.Nodes;
using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>Writes orders and lines as bodies.</summary>
internal static class SalesBody
{
    /// <summary>The header, without its lines.</summary>
    public static JsonObject Header(SalesDocument document, SalesLinks links, DynamicsSettings settings)
    {
        var body = (JsonObject)document.Columns.DeepClone();
        if (body["requestdeliveryby"] is JsonValue date && date.TryGetValue<string>(out var day) && day.Length >= 10)
            body["requestdeliveryby"] = links.Model.IsDate("salesorder", "requestdeliveryby") ? day[..10] : $"{day[..10]}T00:00:00Z";
        Add(body, Parties(links));
        Add(body, links.Header);
        body["ispricelocked"] = false;
        if (settings.HasDualWrite) body["msdyn_customersorderreference"] = document.Reference;
        return body;
    }

    /// <summary>A new order with its lines.</summary>
    public static JsonObject Order(SalesDocument document, SalesLinks links, DynamicsSettings settings)
    {
        var body = Header(document, links, settings);
        body["order_details"] = new JsonArray([.. document.Lines.Select((line, index) => Line(line, index + 1, links.Lines[index], links, settings))]);
        return body;
    }

    /// <summary>Customer, currency and price list.</summary>
    public static JsonObject Parties(SalesLinks links) => new()
    {
        [$"{links.Customer.Navigation}@odata.bind"] = links.Customer.Bound,
        ["transactioncurrencyid@odata.bind"] = Addresses.Bind("transactioncurrencies", links.Currency),
        ["pricelevelid@odata.bind"] = Addresses.Bind("pricelevels", links.PriceList),
    };

    /// <summary>A new line.</summary>
    public static JsonObject Line(SalesLine line, int number, (Guid? Product, Guid? Unit) link, SalesLinks links, DynamicsSettings settings)
    {
        var body = Content(line, link, settings);
        Add(body, links.Line);
        body["lineitemnumber"] = number;
        if (settings.HasDualWrite) body["sequencenumber"] = number;
        if (settings.LineKeyColumn is { } column && line.Key.Length > 0) body[column] = line.Key;
        return body;
    }

    /// <summary>What a line is about; also for a line that is there. Its price is ours, whoever reckons.</summary>
    public static JsonObject Content(SalesLine line, (Guid? Product, Guid? Unit) link, DynamicsSettings settings)
    {
        var body = (JsonObject)line.Columns.DeepClone();
        if (link.Product is { } product)
        {
            body["productid@odata.bind"] = Addresses.Bind("products", product);
            body["uomid@odata.bind"] = Addresses.Bind("uoms", link.Unit!.Value);
            body["isproductoverridden"] = false;
        }
        else
        {
            body["isproductoverridden"] = true;
        }

        body["ispriceoverridden"] = true;
        body["quantity"] = line.Quantity;
        body["priceperunit"] = line.Money.Price;
        body["manualdiscountamount"] = line.Money.Discount;
        body["baseamount"] = line.Money.Base;
        body["tax"] = line.Tax;
        body["extendedamount"] = line.Money.Amount + line.Tax;
        if (settings.HasDualWrite) body["msdyn_salespricequantity"] = line.Money.PriceQuantity;
        return body;
    }

    /// <summary>The totals. Sales works them out itself where its pricing is on, and takes them where it is off; on a new order they are ignored, so they are a change of their own.</summary>
    public static JsonObject Totals(SalesDocument document) => new()
    {
        ["totallineitemamount"] = document.Goods,
        ["totallineitemdiscountamount"] = document.Lines.Sum(line => line.Money.Discount),
        ["totaldiscountamount"] = document.Discount,
        ["totalamountlessfreight"] = document.Goods - document.Discount,
        ["totaltax"] = document.Tax,
        ["totalamount"] = document.Total.Amount,
    };

    private static void Add(JsonObject body, JsonObject more)
    {
        foreach (var (name, value) in more) body[name] = value?.DeepClone();
    }
}
