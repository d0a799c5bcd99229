using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Api.Input;
using Integration.Sandbox.Shop.Rest;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Catalogue;

/// <summary>A product's own attributes: texts, and options to choose from. Attributes of the whole shop and of classes are not played.</summary>
internal static class AttributeOperations
{
    private const string Texts = "products/{product_id}/attributes_text";
    private const string Selects = "products/{product_id}/attributes_select";
    private const string Resource = "Attribute";

    private static readonly InputForm Attribute = new("", new InputField("position", "int", "0"), Name("name"), new InputField("displayMode", "string", "\"S\"", InputRules.Choice("S", "B")));
    private static readonly InputForm Option = new("", new InputField("position", "int", "0"), Name("value"));
    private static readonly InputForm Text = new("", new InputField("value", "string", "\"\""), new InputField("editable", "bool", "false"));
    private static readonly InputForm Chosen = new("", new InputField("option_id", "int", "0", InputRules.PositiveOrZero), new InputField("position", "int", "0"));

    public static IReadOnlyList<ApiRoute> Routes { get; } =
    [
        new("GET", Texts, Resource, (shop, call) => ListOf(shop, call, "T")),
        new("POST", Texts, Resource, (shop, call) => Add(shop, call, "T")),
        new("GET", Texts + "/{attribute_id}/values", "AttributeValueText", (shop, call) => ApiAnswer.Ok(TextView(TextOf(shop, call) ?? throw ApiProblemException.NotFound()))),
        new("POST", Texts + "/{attribute_id}/values", "AttributeValueText", (shop, call) =>
        {
            var attribute = Find(shop, call);
            var row = shop.Rows.Insert(ProductAttributes.Text, new JsonObject { ["product"] = attribute["product"]!.DeepClone(), ["attribute"] = attribute["id"]!.DeepClone() });
            return ApiAnswer.Created(Write(shop, row, Text.Fresh(), call));
        }),
        new("PUT", Texts + "/{attribute_id}/values", "AttributeValueText", (shop, call) =>
        {
            var row = TextOf(shop, call) ?? throw ApiProblemException.NotFound();
            return ApiAnswer.Ok(Write(shop, row, TextView(row), call));
        }),
        new("GET", Selects, Resource, (shop, call) => ListOf(shop, call, "S")),
        new("POST", Selects, Resource, (shop, call) => Add(shop, call, "S")),
        new("GET", Selects + "/{attribute_id}/options", "AttributeOption", (shop, call) => ApiAnswer.List(call, shop.Rows.Owned(ProductAttributes.Option, Find(shop, call).Text("id")), OptionView)),
        new("POST", Selects + "/{attribute_id}/options", "AttributeOption", AddOption),
        new("GET", Selects + "/{attribute_id}/values", "AttributeValueSelect", (shop, call) => ApiAnswer.List(call, ValuesOf(shop, Find(shop, call)), value => ValueView(shop, value))),
        new("POST", Selects + "/{attribute_id}/values", "AttributeValueSelect", (shop, call) =>
        {
            var input = Chosen.Read(Chosen.Fresh(), call.Body);
            var option = shop.Rows.Find(ProductAttributes.Option, input.Text("option_id")) ?? throw ApiProblemException.BadRequest($"Attribute option with ID {input.Text("option_id")} not found");
            return ApiAnswer.Created(ValueView(shop, Choose(shop, Find(shop, call), option)));
        }),
    ];

    private static InputField Name(string field) => new(field, "string", "\"\"", InputRules.NotBlank, InputRules.Length(1, 255));

    private static ApiAnswer ListOf(ShopUnit shop, ApiCall call, string type) => ApiAnswer.List(
        call, [.. shop.Rows.Owned(ProductAttributes.Entity, ProductOperations.Find(shop, call).Text("product_id")).Where(row => row.Text("type") == type)], View);

    private static ApiAnswer Add(ShopUnit shop, ApiCall call, string type)
    {
        var product = ProductOperations.Find(shop, call);
        var input = Attribute.Read(Attribute.Fresh(), call.Body);
        var row = shop.Rows.Insert(ProductAttributes.Entity, new JsonObject { ["product"] = product["product_id"]!.DeepClone(), ["type"] = type, ["position"] = input.Long("position") });
        Translation.Set(shop, row, [new("name", input.Text("name"))]);
        shop.Rows.Save(ProductAttributes.Entity, row);
        return ApiAnswer.Created(View(row));
    }

    // By the source of 5.5.0.29 it was meant to become a value of the product at once, and does not: what should do it listens for another operation's name.
    private static ApiAnswer AddOption(ShopUnit shop, ApiCall call)
    {
        var attribute = Find(shop, call);
        var input = Option.Read(Option.Fresh(), call.Body);
        var option = shop.Rows.Insert(ProductAttributes.Option, new JsonObject { ["attribute"] = attribute["id"]!.DeepClone(), ["position"] = input.Long("position") });
        Translation.Set(shop, option, [new("name", input.Text("value"))]);
        shop.Rows.Save(ProductAttributes.Option, option);
        return ApiAnswer.Created(OptionView(option));
    }

    private static JsonObject Choose(ShopUnit shop, JsonObject attribute, JsonObject option) => shop.Rows.Insert(ProductAttributes.Select, new JsonObject
    {
        ["product"] = attribute["product"]!.DeepClone(), ["attribute"] = attribute["id"]!.DeepClone(), ["attribute_option"] = option["id"]!.DeepClone(),
    });

    private static JsonObject Find(ShopUnit shop, ApiCall call) =>
        shop.Rows.Find(ProductAttributes.Entity, call.Id("attribute_id")) is { } row && row.Text("product") == call.Id("product_id") ? row : throw ApiProblemException.NotFound();

    private static JsonObject? TextOf(ShopUnit shop, ApiCall call) => shop.Rows.Owned(ProductAttributes.Text, call.Id("product_id")).FirstOrDefault(row => row.Text("attribute") == call.Id("attribute_id"));

    private static List<JsonObject> ValuesOf(ShopUnit shop, JsonObject attribute) =>
        [.. shop.Rows.Owned(ProductAttributes.Select, attribute.Text("product")).Where(row => row.Text("attribute") == attribute.Text("id"))];

    private static JsonObject Write(ShopUnit shop, JsonObject row, JsonObject stored, ApiCall call)
    {
        var input = Text.Read(stored, call.Body);
        row["editable"] = input.Flag("editable");
        Translation.Set(shop, row, [new("value", input.Text("value"))]);
        shop.Rows.Save(ProductAttributes.Text, row);
        return TextView(row);
    }

    private static JsonObject View(JsonObject row) => new() { ["id"] = row.Long("id"), ["position"] = row.Long("position"), ["name"] = Translation.Text(row, "name") };

    private static JsonObject OptionView(JsonObject row) => new() { ["id"] = row.Long("id"), ["position"] = row.Long("position"), ["value"] = Translation.Text(row, "name") };

    private static JsonObject TextView(JsonObject row) => new() { ["id"] = row.Long("id"), ["value"] = Translation.Text(row, "value"), ["editable"] = row.Flag("editable") };

    private static JsonObject ValueView(ShopUnit shop, JsonObject row) => new()
    {
        ["id"] = row.Long("id"), ["option"] = OptionView(shop.Rows.Linked(row, "attribute_option", ProductAttributes.Option)!), ["position"] = row.Long("position"), ["is_default"] = row.Flag("defaultValue"),
    };
}
