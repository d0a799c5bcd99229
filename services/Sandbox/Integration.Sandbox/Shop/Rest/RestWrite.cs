using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Orders;
using Integration.Sandbox.Shop.Rows;
using Integration.Sandbox.Shop.Schema;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>POST and PUT in the default schema, one row or many.</summary>
internal sealed class RestWrite(ShopUnit shop, EntitySchema entity)
{
    private readonly ModelWriter _model = new(shop.Rows);
    private readonly DefaultView _view = new(shop.Rows);

    /// <summary>Makes one row (the id in the path is ignored) or, without an id, one per array element.</summary>
    public JsonNode? Create(string? id, JsonNode? model)
    {
        if (id is not null)
        {
            return CreateOne(Row(model));
        }

        return new JsonArray([.. List(model).Select(row => ShowInList(CreateOne(row)))]);
    }

    /// <summary>Changes one row, or those of an array that carry a known primary key; the others are left out silently.</summary>
    public JsonNode? Update(string? id, JsonNode? model)
    {
        if (id is not null)
        {
            return UpdateOne(id, Row(model));
        }

        return new JsonArray(
            [.. List(model).Select(row => UpdateOne(row.Text(entity.Key), row)).OfType<JsonObject>().Select(ShowInList)]);
    }

    private JsonObject ShowInList(JsonObject view) => DefaultView.Columns(entity, view);

    private static JsonObject Row(JsonNode? model) => model as JsonObject ?? [];

    private static IEnumerable<JsonObject> List(JsonNode? model) => model switch
    {
        JsonArray many => many.OfType<JsonObject>(),
        JsonObject one => [one],
        _ => [],
    };

    private JsonObject CreateOne(JsonObject model)
    {
        var row = shop.Rows.Insert(entity.Path, NewRowDefaults.For(shop, entity.Path, model));
        _model.Apply(entity, row, model);
        shop.Rows.Save(entity.Path, row);
        NewRowDefaults.Complete(shop, entity.Path, row, model);
        var view = _view.Single(entity, row);
        if (entity.Path == "order")
        {
            NewRowDefaults.ShowPricesAsText(view);
        }

        return view;
    }

    private JsonObject? UpdateOne(string id, JsonObject model)
    {
        if (shop.Rows.Find(entity.Path, id) is not { } row)
        {
            return null;
        }

        var before = row.DeepClone().AsObject();
        var changed = _model.Apply(entity, row, model);
        switch (entity.Path)
        {
            case "order":
                return UpdatedOrder(before, row, changed);
            case "product" or "xc-productvariants-productvariant" when changed:
                return UpdatedStock(before, row);
            case "product":
                ProductIndex.Fill(shop.Rows, row);
                goto default;
            default:
                shop.Rows.Save(entity.Path, row);
                return _view.Single(entity, row);
        }
    }

    private JsonObject UpdatedOrder(JsonObject before, JsonObject order, bool changed)
    {
        if (shop.Rows.Linked(order, "profile", "profile") is null)
        {
            throw new PhpFatalErrorException("Call to a member function on null: the order has no profile.");
        }

        if (changed)
        {
            OrderStatus.Changed(shop, before, order, OrderHistory.RestApi);
            shop.SaveChangedOrder(order);
        }

        return _view.Single(entity, order);
    }

    private JsonObject UpdatedStock(JsonObject before, JsonObject row)
    {
        if (entity.Path == "product")
        {
            row["updateDate"] = shop.Now;
            row["entityVersion"] = Guid.NewGuid().ToString();
            ProductIndex.Fill(shop.Rows, row);
        }

        shop.Rows.Save(entity.Path, row);
        var view = _view.Single(entity, row);
        OverwrittenStock.Play(shop, entity.Path, before, row);
        return view;
    }
}
