using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Api.Input;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Catalogue;

/// <summary>Prices of a product from quantities on and for memberships (add-on CDev\Wholesale); none begins below two over this API.</summary>
internal static class WholesaleOperations
{
    public const string Entity = "cdev-wholesale-wholesaleprice";

    private const string Path = "products/{product_id}/wholesale_prices";
    private const string Resource = "ProductWholesalePrice";

    private static readonly InputForm Form = new(
        "",
        new InputField("type", "string", "\"price\"", InputRules.Choice("price", "percent")),
        new InputField("price", "float", "0", value => value is not null && new JsonObject { ["value"] = value.DeepClone() }.Amount("value") < 0 ? "This value should be greater than or equal to 0." : null),
        new InputField("quantity_range_begin", "int", "2", value => value is not null && new JsonObject { ["value"] = value.DeepClone() }.Amount("value") <= 1 ? "This value should be greater than 1." : null),
        new InputField("membership", "?int", "null"));

    public static IReadOnlyList<ApiRoute> Routes { get; } =
    [
        new("GET", Path, Resource, (shop, call) => ApiAnswer.List(call, shop.Rows.Owned(Entity, ProductOperations.Find(shop, call).Text("product_id")), View)),
        new("POST", Path, Resource, (shop, call) =>
        {
            var row = shop.Rows.Insert(Entity, new JsonObject { ["product"] = ProductOperations.Find(shop, call)["product_id"]?.DeepClone() });
            return ApiAnswer.Created(Apply(shop, row, Form.Read(Form.Fresh(), call.Body)));
        }),
        new("GET", Path + "/{id}", Resource, (shop, call) => ApiAnswer.Ok(View(Find(shop, call)))),
        new("PUT", Path + "/{id}", Resource, (shop, call) =>
        {
            var row = Find(shop, call);
            return ApiAnswer.Ok(Apply(shop, row, Form.Read(View(row), call.Body)));
        }),
        new("DELETE", Path + "/{id}", Resource, (shop, call) =>
        {
            shop.Rows.Delete(Entity, Find(shop, call).Text("id"));
            return ApiAnswer.NoContent;
        }),
    ];

    private static JsonObject Apply(ShopUnit shop, JsonObject row, JsonObject input)
    {
        if (input["membership"] is { } membership && shop.Rows.Find("membership", RowValues.AsText(membership)) is null)
        {
            throw ApiProblemException.BadRequest($"Membership with ID {RowValues.AsText(membership)} not found");
        }

        row["type"] = input.Text("type");
        row["price"] = RowValues.Number(input.Amount("price"));
        row["quantityRangeBegin"] = input.Long("quantity_range_begin");
        row["membership"] = input["membership"]?.DeepClone();
        shop.Rows.Save(Entity, row);
        return View(row);
    }

    private static JsonObject View(JsonObject row) => new()
    {
        ["id"] = row.Long("id"),
        ["type"] = row.Text("type"),
        ["price"] = RowValues.Number(row.Amount("price")),
        ["quantity_range_begin"] = row.Long("quantityRangeBegin"),
        ["membership"] = row["membership"] is { } membership ? JsonNode.Parse(RowValues.AsText(membership)) : null,
    };

    private static JsonObject Find(ShopUnit shop, ApiCall call) =>
        shop.Rows.Find(Entity, call.Id()) is { } row && row.Text("product") == call.Id("product_id") ? row : throw ApiProblemException.NotFound();
}
