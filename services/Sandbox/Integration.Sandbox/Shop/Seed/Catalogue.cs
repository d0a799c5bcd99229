using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Seed;

/// <summary>The built-in catalogue, from the embedded <c>catalogue.json</c>: compact rows made into full ones.</summary>
internal sealed class Catalogue(ShopUnit shop)
{
    public void Fill()
    {
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream("Shop.catalogue.json")!;
        var catalogue = JsonNode.Parse(stream)!.AsObject();
        foreach (var entity in (ReadOnlySpan<string>)
            ["currency", "country", "state", "order-status-payment", "order-status-shipping", "payment-method", "shipping-method", "membership", "category", "cdev-coupons-coupon"])
        {
            foreach (var row in catalogue.Rows(entity).Select(node => node!.AsObject()))
            {
                shop.Rows.Insert(entity, Translated(row));
            }
        }

        foreach (var product in catalogue.Rows("product").Select(node => node!.AsObject()))
        {
            Add(product);
        }

        foreach (var customer in catalogue.Rows("customer").Select(node => node!.AsObject()))
        {
            Register(customer);
        }
    }

    private JsonObject Translated(JsonObject compact)
    {
        var row = new JsonObject(compact.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        if (row["@name"] is { } name)
        {
            row["translations"] = new JsonArray(new JsonObject
            {
                ["label_id"] = shop.Rows.Unit.Next("translations"),
                ["code"] = "en",
                ["name"] = name.DeepClone(),
                ["title"] = row["@title"]?.DeepClone() ?? name.DeepClone(),
                ["customerName"] = name.DeepClone(),
            });
        }

        return row;
    }

    private void Add(JsonObject compact)
    {
        var row = new JsonObject(compact.Where(pair => pair.Key is not ("name" or "variants"))
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())))
        {
            ["date"] = shop.Now,
            ["updateDate"] = shop.Now,
            ["arrivalDate"] = shop.Now - (shop.Now % 86400),
            ["entityVersion"] = Guid.NewGuid().ToString(),
            ["translations"] = new JsonArray(new JsonObject
            {
                ["ogMeta"] = "",
                ["name"] = compact.Text("name"),
                ["description"] = $"<p>{compact.Text("name")}</p>",
                ["briefDescription"] = "",
                ["metaTags"] = "",
                ["metaDesc"] = "",
                ["metaTitle"] = "",
                ["label_id"] = shop.Rows.Unit.Next("translations"),
                ["code"] = "en",
            }),
        };
        var product = shop.Rows.Insert("product", row);
        Rest.ProductIndex.Fill(shop.Rows, product);
        shop.Rows.Save("product", product);
        foreach (var variant in compact.Rows("variants").Select(node => node!.AsObject()))
        {
            var made = shop.Rows.Insert("xc-productvariants-productvariant", variant);
            made["product"] = product["product_id"]?.DeepClone();
            made["variant_id"] = $"V{made.Long("id")}";
            made["defaultAmount"] = variant["amount"] is null;
            made["defaultPrice"] = variant["price"] is null;
            shop.Rows.Save("xc-productvariants-productvariant", made);
        }
    }

    private void Register(JsonObject customer)
    {
        var request = new Checkout.CheckoutRequest
        {
            Customer = new Checkout.CheckoutCustomer { Email = customer.Text("email"), Guest = false },
            Billing = new Checkout.CheckoutAddress { Firstname = customer.Text("firstname"), Lastname = customer.Text("lastname") },
        };
        new Checkout.OrderProfiles(shop).Owner(request);
    }
}
