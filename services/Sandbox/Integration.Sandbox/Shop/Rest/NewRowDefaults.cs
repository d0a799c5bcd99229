using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>What X-Cart fills in by itself when a row is made over REST.</summary>
internal static class NewRowDefaults
{
    /// <summary>Values before the sent model is laid over them.</summary>
    public static JsonObject For(ShopUnit shop, string entity, JsonObject model) => entity switch
    {
        "order" => new JsonObject
        {
            ["date"] = shop.Now,
            ["lastRenewDate"] = shop.Now,
            ["currency"] = shop.Rows.By("currency", shop.Options.Currency).FirstOrDefault()?["currency_id"]?.DeepClone(),
        },
        "product" => new JsonObject
        {
            ["date"] = shop.Now,
            ["updateDate"] = shop.Now,
            ["arrivalDate"] = shop.Now - (shop.Now % 86400),
            ["entityVersion"] = Guid.NewGuid().ToString(),
            ["needProcess"] = true,
        },
        "profile" => new JsonObject { ["added"] = shop.Now, ["searchFakeField"] = model.Text("login") },
        "ordertrackingnumber" => new JsonObject { ["creationDate"] = shop.Now },
        _ => [],
    };

    /// <summary>What follows from the sent model.</summary>
    public static void Complete(ShopUnit shop, string entity, JsonObject row, JsonObject model)
    {
        switch (entity)
        {
            case "order":
                foreach (var item in shop.Rows.Owned("orderitem", row.Text("order_id")))
                {
                    CompleteItem(shop, item);
                }

                break;
            case "product":
                ProductParts.Place(shop, row, model.Rows("categoryProducts").OfType<JsonObject>().Select(place => (place["category"] as JsonObject)?.Text("category_id") ?? ""));
                break;
            case "image-product-image":
                ProductParts.Show(shop, row);
                break;
            case "address":
                row["addressFields"] = Fields(shop, row, model);
                shop.Rows.Save(entity, row);
                break;
        }
    }

    /// <summary>A freshly made order shows its items' prices as text: PHP has not re-read them from the database yet.</summary>
    public static void ShowPricesAsText(JsonObject view)
    {
        foreach (var item in view.Rows("items").Select(node => node!.AsObject()))
        {
            item["price"] = item.Amount("price").ToString("F2", CultureInfo.InvariantCulture);
        }
    }

    // The product behind a line overrules the name, SKU and price that were sent with it.
    private static void CompleteItem(ShopUnit shop, JsonObject item)
    {
        item["itemNetPrice"] = item["price"]?.DeepClone();
        if (shop.Rows.Linked(item, "object", "product") is { } product)
        {
            item["name"] = ComplexProduct.Translated(product, "name");
            item["sku"] = product.Text("sku");
            item["price"] = product["price"]?.DeepClone();
        }

        shop.Rows.Save("orderitem", item);
    }

    private static JsonArray Fields(ShopUnit shop, JsonObject address, JsonObject model)
    {
        var fields = new JsonArray();
        void Add(string name, JsonNode? value) => fields.Add(new JsonObject
        {
            ["id"] = shop.Rows.Unit.Next("addressField"),
            ["serviceName"] = name,
            ["value"] = value?.DeepClone(),
        });

        if (address["country"] is { } country)
        {
            Add("country_code", country);
        }

        if (shop.Rows.Linked(address, "state", "state") is { } state)
        {
            Add("state_id", state["state_id"]);
            Add("custom_state", state["state"]);
        }

        foreach (var sent in model.Rows("addressFields").OfType<JsonObject>())
        {
            Add((sent["addressField"] as JsonObject)?.Text("serviceName") ?? "", sent["value"]);
        }

        return fields;
    }
}
