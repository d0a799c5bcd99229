using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Plays the people who keep products and prices.</summary>
internal sealed class ItemDesk(Books books)
{
    public Task<JsonObject> EditAsync(ItemRequest request, CancellationToken cancellationToken) => books.RunAsync(
        transaction =>
        {
            transaction.User = Seed.Person;
            var found = transaction.First("product", ["productnumber"], request.InventoryId);
            var product = found is not null ? transaction.Edit(found) : SeedCatalogue.Product(
                transaction, Guid.NewGuid(), request.InventoryId, request.Description ?? request.InventoryId, request.Price ?? 0m,
                SeedCatalogue.Link("uomschedule", SeedCatalogue.UnitGroup), SeedCatalogue.Link("uom", SeedCatalogue.Unit));
            Put(product, "name", request.Description);
            Put(product, "description", request.Content);
            Put(product, "price", request.Price);
            Put(product, "stockweight", request.Weight);
            if (request.Status is { } status)
            {
                var state = product.Table["statecode"].Options.First(option => option.Value.Label == status).Key;
                product.Set("statecode", state).Set("statuscode", product.Table["statuscode"].Options.First(option => option.Value.State == state).Key);
            }

            foreach (var price in request.Price is { } web ? request.Prices.Prepend(new ItemPrice(SeedCatalogue.WebPrices, web)) : request.Prices)
            {
                var list = transaction.First("pricelevel", ["name"], price.PriceList ?? SeedCatalogue.WebPrices)
                    ?? throw new DataverseFault(404, ErrorCode.ObjectDoesNotExist, $"There is no price list {price.PriceList}.");
                SeedCatalogue.Set(transaction, list, product, price.Price);
            }

            return State(product);
        },
        cancellationToken);

    /// <summary>All products at a glance.</summary>
    public JsonObject State() => new() { ["items"] = new JsonArray([.. books.Table("product").All().OrderBy(product => product.Text("productnumber"), StringComparer.Ordinal).Select(State)]) };

    /// <summary>The product of a number.</summary>
    public static Record Find(Transaction transaction, string number) => transaction.First("product", ["productnumber"], number)
        ?? throw new DataverseFault(404, ErrorCode.ObjectDoesNotExist, $"There is no product {number}.");

    private static void Put(Record product, string column, object? value)
    {
        if (value is not null)
        {
            product.Set(column, value);
        }
    }

    private static JsonObject State(Record product) => new()
    {
        ["id"] = product.Id,
        ["inventoryID"] = product.Text("productnumber"),
        ["description"] = product.Text("name"),
        ["content"] = product.Text("description"),
        ["price"] = product.Number("price"),
        ["weight"] = product.Number("stockweight"),
        ["status"] = product.Table["statecode"].Options[product.Whole("statecode")].Label,
        ["onHand"] = product.Number("quantityonhand"),
    };
}
