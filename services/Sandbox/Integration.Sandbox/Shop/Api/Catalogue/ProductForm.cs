using Integration.Sandbox.Shop.Api.Input;

namespace Integration.Sandbox.Shop.Api.Catalogue;

/// <summary>The input of a product.</summary>
internal static class ProductForm
{
    public static InputForm Form { get; } = new(
        "Input validations failed: ",
        new InputField("sku", "string", "\"\"", InputRules.NotBlank, InputRules.Length(1, 32)),
        new InputField("name", "string", "\"\"", InputRules.NotBlank, InputRules.Length(1, 255)),
        new InputField("description", "string", "\"\""),
        new InputField("brief_description", "string", "\"\""),
        new InputField("meta_tags", "string", "\"\""),
        new InputField("meta_description_type", "string", "\"A\"", InputRules.Choice("A", "C")),
        new InputField("meta_description", "string", "\"\""),
        new InputField("meta_title", "string", "\"\""),
        new InputField("price", "float", "0", InputRules.PositiveOrZero),
        new InputField("enabled", "bool", "true"),
        new InputField("weight", "float", "0", InputRules.PositiveOrZero),
        new InputField("separate_box", "bool", "false"),
        new InputField("width", "float", "0", InputRules.PositiveOrZero),
        new InputField("length", "float", "0", InputRules.PositiveOrZero),
        new InputField("height", "float", "0", InputRules.PositiveOrZero),
        new InputField("free_shipping", "bool", "false"),
        new InputField("taxable", "bool", "true"),
        new InputField("arrival_date", "?string", "null"),
        new InputField("inventory_traceable", "bool", "true"),
        new InputField("amount", "int", "1000", InputRules.PositiveOrZero),
        new InputField("product_class", "?string", "null"),
        new InputField("tax_class", "?string", "null"),
        new InputField("memberships", "array", "[]"),
        new InputField("clean_url", "string", "\"\""));

    /// <summary>Columns of the product's row by input field, where they are the same value.</summary>
    public static IReadOnlyList<(string Field, string Column)> Columns { get; } =
    [
        ("sku", "sku"), ("meta_description_type", "metaDescType"), ("price", "price"), ("enabled", "enabled"), ("weight", "weight"),
        ("separate_box", "useSeparateBox"), ("width", "boxWidth"), ("length", "boxLength"), ("height", "boxHeight"),
        ("free_shipping", "free_shipping"), ("taxable", "taxable"), ("inventory_traceable", "inventoryEnabled"), ("amount", "amount"),
    ];

    /// <summary>Translated texts by input field.</summary>
    public static IReadOnlyList<(string Field, string Text)> Texts { get; } =
    [
        ("name", "name"), ("description", "description"), ("brief_description", "briefDescription"), ("meta_tags", "metaTags"),
        ("meta_description", "metaDesc"), ("meta_title", "metaTitle"),
    ];
}
