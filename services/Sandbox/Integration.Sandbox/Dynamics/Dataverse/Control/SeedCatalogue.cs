using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Sales;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>What a new organization sells: the SKUs of the stand-in shop with their prices in USD, price lists in each currency, units.</summary>
internal static class SeedCatalogue
{
    public const string UnitGroup = "Default Unit";
    public const string Unit = "Primary Unit";
    public const string CableGroup = "Cables";
    public const string WebPrices = "Web";

    private static readonly (string Sku, string Name, decimal Price, decimal OnHand)[] Goods =
    [
        ("TEE-RED-S", "T-shirt red S", 19.99m, 1000), ("TEE-RED-M", "T-shirt red M", 19.99m, 1000), ("TEE-BLU-L", "T-shirt blue L", 21.50m, 1000), ("MUG-01", "Mug white", 8.95m, 2000),
        ("MUG-02", "Mug black", 9.45m, 2000), ("LAMP-ZÜRICH", "Lamp Zürich", 129.00m, 300), ("BOOK-łÓDŹ", "Book about Łódź", 24.90m, 500), ("CABLE-USB-C", "USB-C cable", 12.49m, 5000),
        ("HUB-7P", "USB hub, 7 ports", 39.99m, 800), ("KB-US", "Keyboard US", 59.00m, 600), ("KB-DE", "Keyboard DE", 59.00m, 600), ("MOUSE-01", "Mouse", 24.99m, 1500),
        ("MON-27", "Monitor 27 inch", 289.00m, 200), ("DESK-01", "Desk", 449.00m, 50), ("CHAIR-01", "Chair", 199.50m, 80), ("PEN-10", "Pens, ten", 6.33m, 4000), ("NOTE-A5", "Notebook A5", 4.75m, 4000),
        ("BAG-15", "Laptop bag 15 inch", 49.95m, 700), ("CAM-4K", "Camera 4K", 349.99m, 120),
    ];

    private static readonly (string Code, string Name, string Symbol, decimal Rate, int Precision)[] Currencies =
        [("USD", "US Dollar", "$", 1m, 2), ("EUR", "Euro", "€", 0.92m, 2), ("GBP", "Pound Sterling", "£", 0.79m, 2), ("JPY", "Yen", "¥", 150m, 0)];

    public static void Plant(Transaction transaction)
    {
        foreach (var (code, name, symbol, rate, precision) in Currencies)
        {
            New(transaction, "transactioncurrency", code).Set("isocurrencycode", code).Set("currencyname", name).Set("currencysymbol", symbol).Set("exchangerate", rate).Set("currencyprecision", precision);
            var list = code == "USD" ? WebPrices : $"{WebPrices} {code}";
            New(transaction, "pricelevel", list).Set("name", list).Set("transactioncurrencyid", Link("transactioncurrency", code)).Set("statuscode", 100001L);
        }

        New(transaction, "pricelevel", "Wholesale").Set("name", "Wholesale").Set("transactioncurrencyid", Link("transactioncurrency", "USD")).Set("statuscode", 100001L);
        Units(transaction, UnitGroup, Unit);
        Units(transaction, CableGroup, "Each");
        New(transaction, "uom", "Box of 10").Set("name", "Box of 10").Set("uomscheduleid", Link("uomschedule", CableGroup)).Set("baseuom", Link("uom", "Each")).Set("quantity", 10m).Set("isschedulebaseuom", false);
        foreach (var (sku, name, price, onHand) in Goods)
        {
            var (group, unit) = sku == "CABLE-USB-C" ? (CableGroup, "Each") : (UnitGroup, Unit);
            Product(transaction, Ids.Of("product", sku), sku, name, price, Link("uomschedule", group), Link("uom", unit)).Set("quantityonhand", onHand);
            foreach (var (code, _, _, rate, precision) in Currencies)
            {
                Price(transaction, code == "USD" ? WebPrices : $"{WebPrices} {code}", sku, Math.Round(price * rate, precision, MidpointRounding.AwayFromZero));
            }
        }

        Product(transaction, Ids.Of("product", "GIFT-WRAP"), "GIFT-WRAP", "Gift wrap", 3.50m, Link("uomschedule", UnitGroup), Link("uom", Unit)).Set("isstockitem", false).Set("producttypecode", 3L);
        Price(transaction, WebPrices, "GIFT-WRAP", 3.50m);
        Price(transaction, "Wholesale", "MUG-01", 7.50m);
        Price(transaction, "Wholesale", "HUB-7P", 33.00m);
    }

    /// <summary>An active product.</summary>
    public static Record Product(Transaction transaction, Guid id, string sku, string name, decimal price, Reference unitGroup, Reference unit) =>
        transaction.Insert(new Record(transaction.Schema["product"], id)).Set("productnumber", sku).Set("name", name).Set("price", price).Set("standardcost", price / 2m).Set("currentcost", price / 2m)
            .Set("defaultuomscheduleid", unitGroup).Set("defaultuomid", unit).Set("transactioncurrencyid", Link("transactioncurrency", "USD")).Set("productstructure", 1L).Set("quantitydecimal", 2L)
            .Set("isstockitem", true).Set("iskit", false).Set("producttypecode", 1L).Set("statecode", 0L).Set("statuscode", 1L);

    /// <summary>The price of a product in its own unit on a price list; replaces the one that is there, and null takes it away.</summary>
    public static void Set(Transaction transaction, Record list, Record product, decimal? price)
    {
        var unit = product.Link("defaultuomid")!;
        var item = ListPrices.Item(transaction, list.Reference, product.Reference, unit);
        if (price is not { } amount)
        {
            if (item is not null)
            {
                transaction.Delete(item);
            }

            return;
        }

        if (item is null)
        {
            Add(transaction, list, product, amount);
        }
        else
        {
            transaction.Edit(item).Set("amount", amount);
        }
    }

    /// <summary>Puts a product that is not there yet on a price list.</summary>
    public static void Add(Transaction transaction, Record list, Record product, decimal amount)
    {
        var item = transaction.Insert(new Record(transaction.Schema["productpricelevel"], Guid.NewGuid()));
        item.Set("pricelevelid", list.Reference).Set("productid", product.Reference).Set("uomid", product.Link("defaultuomid")).Set("uomscheduleid", product.Link("defaultuomscheduleid")).Set("amount", amount)
            .Set("pricingmethodcode", 1L).Set("quantitysellingcode", 1L).Set("roundingpolicycode", 1L).Set("productnumber", product.Text("productnumber")).Set("transactioncurrencyid", list.Link("transactioncurrencyid"));
    }

    public static Reference Link(string table, string name) => new(table, Ids.Of(table, name));

    private static Record New(Transaction transaction, string table, string name)
    {
        var record = transaction.Insert(new Record(transaction.Schema[table], Ids.Of(table, name)));
        return record.Table.Find("statecode") is null ? record : record.Set("statecode", 0L).Set("statuscode", 1L);
    }

    private static void Units(Transaction transaction, string group, string unit)
    {
        New(transaction, "uomschedule", group).Set("name", group).Set("baseuomname", unit);
        New(transaction, "uom", unit).Set("name", unit).Set("uomscheduleid", Link("uomschedule", group)).Set("quantity", 1m).Set("isschedulebaseuom", true);
    }

    private static void Price(Transaction transaction, string list, string sku, decimal price) =>
        Add(transaction, transaction.Find(Link("pricelevel", list))!, transaction.Find(Link("product", sku))!, price);
}
