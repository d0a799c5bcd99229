using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Plays whoever keeps <c>product.quantityonhand</c>: there is no ledger behind it.</summary>
internal sealed class StockDesk(Books books)
{
    private const string OnHand = "quantityonhand";

    public Task<JsonObject> AdjustAsync(StockRequest request, CancellationToken cancellationToken) => books.RunAsync(
        transaction =>
        {
            transaction.User = Seed.Person;
            var touched = new List<Record>();
            foreach (var move in request.Lines)
            {
                var product = transaction.Edit(ItemDesk.Find(transaction, move.InventoryId));
                product.Set(OnHand, move.OnHand ?? ((product.Number(OnHand) ?? 0m) + move.Qty));
                touched.Add(product);
                if (request.Silent)
                {
                    transaction.Quietly(product);
                }
            }

            return new JsonObject { ["stock"] = new JsonArray([.. touched.Distinct().Select(Write)]) };
        },
        cancellationToken);

    public Task<JsonObject> BulkAsync(BulkItems request, CancellationToken cancellationToken) => books.RunAsync(
        transaction =>
        {
            transaction.User = Seed.Person;
            var list = transaction.Find(SeedCatalogue.Link("pricelevel", SeedCatalogue.WebPrices))!;
            for (var number = 1; number <= request.Count; number++)
            {
                var sku = request.Prefix + number.ToString("000000", CultureInfo.InvariantCulture);
                var product = SeedCatalogue.Product(
                    transaction, Guid.NewGuid(), sku, sku, request.Price, SeedCatalogue.Link("uomschedule", SeedCatalogue.UnitGroup), SeedCatalogue.Link("uom", SeedCatalogue.Unit)).Set(OnHand, request.OnHand);
                SeedCatalogue.Add(transaction, list, product, request.Price);
            }

            return new JsonObject { ["count"] = request.Count };
        },
        cancellationToken);

    /// <summary>Quantities of every product, or of one.</summary>
    public JsonObject State(string? inventoryId) => new()
    {
        ["stock"] = new JsonArray([.. books.Table("product").All()
            .Where(product => string.IsNullOrEmpty(inventoryId) || product.Text("productnumber") == inventoryId).OrderBy(product => product.Text("productnumber"), StringComparer.Ordinal).Select(Write)]),
    };

    private static JsonObject Write(Record product) => new() { ["inventoryID"] = product.Text("productnumber"), ["onHand"] = product.Number(OnHand) };
}
