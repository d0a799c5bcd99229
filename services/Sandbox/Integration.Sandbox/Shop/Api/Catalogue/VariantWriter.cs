using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Api.Input;
using Integration.Sandbox.Shop.Rest;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Catalogue;

/// <summary>Makes and changes variants. The attribute values that make one are given once.</summary>
internal sealed class VariantWriter(ShopUnit shop)
{
    private static readonly InputForm Form = new(
        "",
        new InputField("price", "float", "0"),
        new InputField("default_price", "bool", "false"),
        new InputField("amount", "int", "0"),
        new InputField("default_amount", "bool", "false"),
        new InputField("weight", "float", "0", InputRules.PositiveOrZero),
        new InputField("default_weight", "bool", "false"),
        new InputField("default_variant", "bool", "false"),
        new InputField("sku", "?string", "null"),
        new InputField("attribute_select_values", "array", "[]"));

    private static readonly (string Field, string Column)[] Columns =
    [
        ("price", "price"), ("default_price", "defaultPrice"), ("amount", "amount"), ("default_amount", "defaultAmount"), ("weight", "weight"),
        ("default_weight", "defaultWeight"), ("default_variant", "defaultValue"),
    ];

    public JsonObject Create(JsonObject product, JsonObject sent)
    {
        var input = Form.Read(Form.Fresh(), sent);
        Skus.CheckFree(shop, input.Text("sku"), owner: null);
        var values = ProductAttributes.Check(shop, product, input.Rows("attribute_select_values"));
        ProductAttributes.Settle(shop, product, values);
        var variant = shop.Rows.Insert(VariantOperations.Entity, new JsonObject { ["product"] = product["product_id"]?.DeepClone() });
        variant["variant_id"] = $"V{variant.Long("id")}";
        variant["attributeValueS"] = new JsonArray([.. values.Select(value => (JsonNode)value.Long("id"))]);
        Apply(variant, input);
        shop.Rows.Save(VariantOperations.Entity, variant);
        return variant;
    }

    /// <returns>The variant as the answer shows it.</returns>
    public JsonObject Update(JsonObject variant, JsonObject sent)
    {
        var stored = new JsonObject(Columns.Select(pair => KeyValuePair.Create(pair.Field, variant[pair.Column]?.DeepClone())))
        {
            ["sku"] = variant["sku"]?.DeepClone(),
        };
        var input = Form.Read(stored, sent);
        Skus.CheckFree(shop, input.Text("sku"), variant);
        var before = variant.DeepClone().AsObject();
        Apply(variant, input);
        shop.Rows.Save(VariantOperations.Entity, variant);
        var view = VariantOperations.View(variant);
        OverwrittenStock.Play(shop, VariantOperations.Entity, before, variant);
        return view;
    }

    private static void Apply(JsonObject variant, JsonObject input)
    {
        foreach (var (field, column) in Columns)
        {
            variant[column] = input[field]?.GetValueKind() == System.Text.Json.JsonValueKind.Number
                ? RowValues.Number(input.Amount(field))
                : input[field]?.DeepClone();
        }

        // An unsigned column in a database that is not strict.
        variant["amount"] = Math.Max(0, variant.Long("amount"));
        variant["sku"] = input.Text("sku");
    }
}
