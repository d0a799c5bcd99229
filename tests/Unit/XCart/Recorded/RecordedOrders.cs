using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Tests.Unit.Sandbox.Shop;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders.Wire;
using Xunit;

namespace Integration.Tests.Unit.XCart.Recorded;

/// <summary>Orders as a real X-Cart 5.4.1.5 gave them: <c>Data/xcart-orders</c>, and beside this file the ones that only the connector is tested with.</summary>
internal static class RecordedOrders
{
    private static readonly string[] Folders = [RecordedExchange.Folder("xcart-orders"), Path.Combine(RecordedExchange.Folder("xcart-orders"), "..", "..", "XCart", "Recorded")];

    /// <summary>Names of the orders that were recorded in both schemas and are finished.</summary>
    public static IEnumerable<TheoryDataRow<string>> Finished() =>
        from file in Folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*default.*")).Order(StringComparer.Ordinal)
        let number = Path.GetFileName(file)[..3]
        where JsonNode.Parse(DefaultText(number))!["orderNumber"] is not null
        select new TheoryDataRow<string>(number);

    /// <summary>The default schema of the record with this number.</summary>
    public static string DefaultText(string number) => Body($"{number}-*default.*");

    /// <summary>The complex schema, recorded right after it.</summary>
    public static string ComplexText(string number) => Body($"{int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) + 1:000}-*complex.*");

    public static StoredOrder Stored(string number) => JsonSerializer.Deserialize<StoredOrder>(DefaultText(number), ShopJson.Options)!;

    public static ShownOrder Shown(string number) => JsonSerializer.Deserialize<ShownOrder>(ComplexText(number), ShopJson.Options)!;

    private static string Body(string pattern)
    {
        var text = File.ReadAllText(Folders.SelectMany(folder => Directory.EnumerateFiles(folder, pattern)).Single()).ReplaceLineEndings("\n");
        return text.StartsWith("HTTP/", StringComparison.Ordinal) ? text[text.IndexOf("\n\n", StringComparison.Ordinal)..] : text;
    }
}
