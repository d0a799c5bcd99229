using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.XCart.Orders.Wire;
using Integration.XCart.Protocol;
using Xunit;

namespace Integration.Tests.Unit.XCart.Recorded;

/// <summary>Orders as a real X-Cart 5.4.1.5 gave them.</summary>
internal static class RecordedOrders
{
    public static string Folder { get; } = Path.GetDirectoryName(Here())!;

    /// <summary>Names of the orders that were recorded in both schemas and are finished.</summary>
    public static IEnumerable<TheoryDataRow<string>> Finished() =>
        from file in Directory.EnumerateFiles(Folder, "*.complex.json").Order(StringComparer.Ordinal)
        let name = Path.GetFileName(file)[..^".complex.json".Length]
        where JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.default.json")))!["orderNumber"] is not null
        select new TheoryDataRow<string>(name);

    public static string DefaultText(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.default.json"));

    public static string ComplexText(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.complex.json"));

    public static StoredOrder Stored(string name) => JsonSerializer.Deserialize<StoredOrder>(DefaultText(name), ShopJson.Options)!;

    public static ShownOrder Shown(string name) => JsonSerializer.Deserialize<ShownOrder>(ComplexText(name), ShopJson.Options)!;

    private static string Here([CallerFilePath] string path = "") => path;
}
