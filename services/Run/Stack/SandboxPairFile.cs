using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Publishing;
using Integration.Run.Pairs;

namespace Integration.Run.Stack;

/// <summary>Writes the pair that joins the sandbox storefront and the sandbox ERP, and the sandbox's (made-up) credentials, into a stack's folders.</summary>
internal static class SandboxPairFile
{
    /// <summary>The pair that is meant where none is named.</summary>
    public const string Pair = "xcart-acumatica";

    public const string StorefrontCode = "XC1";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public static void Write(StackFolders folders, SandboxAddresses addresses, StackOptions options)
    {
        var erp = options.Erp;
        SecretFile.Write(folders.Secrets, "sandbox-shop-key", SandboxCredentials.ShopKey);
        SecretFile.Write(folders.Secrets, "sandbox-hints", SandboxCredentials.HintSecret);
        foreach (var (name, value) in erp.Secrets) SecretFile.Write(folders.Secrets, name, value);

        var pair = JsonNode.Parse(Template(erp.PairTemplate))!.AsObject();
        pair["storefront"]!["url"] = addresses.Shop.ToString();
        erp.Connect(pair["erp"]!.AsObject(), addresses);
        // With the add-on the connector's own, shorter age counts.
        if (options.AddOn) pair["storefront"]!["settings"]!.AsObject().Remove("minimumAgeSeconds");
        if (options.Full) AddLanes(pair, erp.LanesTemplate);
        if (options.AddOn) erp.Listen(pair);
        options.EditPair?.Invoke(pair);
        var file = Path.Combine(folders.Pairs, $"{erp.Pair}.json");
        KeepPublished(file, pair);
        // What somebody published outlives the restart.
        if (!Directory.Exists(Path.Combine(folders.Pairs, DocumentHistory.Folder, erp.Pair, DocumentNames.OrdersFlow)))
        {
            WriteIfChanged(Path.Combine(folders.Pairs, "documents", "orders.flow.json"), Template("sandbox-orders.flow.json"));
        }

        WriteIfChanged(file, pair.ToJsonString(Json));
    }

    private static void AddLanes(JsonObject pair, string template)
    {
        var added = JsonNode.Parse(Template(template))!.AsObject();
        pair["lanes"] = added["lanes"]!.DeepClone();
        foreach (var side in new[] { "storefront", "erp" })
        {
            foreach (var (name, value) in added[$"{side}Settings"] as JsonObject ?? []) pair[side]!["settings"]![name] = value!.DeepClone();
        }

        foreach (var (name, rows) in added["lookups"]!.AsObject()) pair["lookups"]![name] = rows!.DeepClone();
    }

    private static void KeepPublished(string file, JsonObject pair)
    {
        if (!File.Exists(file) || JsonNode.Parse(File.ReadAllText(file)) is not JsonObject before) return;
        foreach (var section in new[] { "documents", "lookups" })
        {
            foreach (var (name, value) in before[section] as JsonObject ?? [])
            {
                if (value is JsonValue path && path.GetValueKind() == JsonValueKind.String && path.GetValue<string>().StartsWith($"{DocumentPublisher.Folder}/", StringComparison.Ordinal))
                {
                    pair[section]![name] = value.DeepClone();
                }
            }
        }
    }

    private static string Template(string name)
    {
        using var reader = new StreamReader(typeof(SandboxPairFile).Assembly.GetManifestResourceStream($"Integration.Run.Stack.{name}")!);
        return reader.ReadToEnd();
    }

    // Services follow changes of the files, so they are touched only when something changed.
    private static void WriteIfChanged(string file, string text)
    {
        if (File.Exists(file) && File.ReadAllText(file) == text) return;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
