using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Publishing;
using Integration.Run.Pairs;

namespace Integration.Run.Stack;

/// <summary>Writes the pair that joins the sandbox storefront and the sandbox ERP, and the sandbox's (made-up) credentials, into a stack's folders.</summary>
internal static class SandboxPairFile
{
    public const string Pair = "xcart-acumatica";
    public const string StorefrontCode = "XC1";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public static void Write(StackFolders folders, Uri shop, Uri erp, StackOptions options)
    {
        SecretFile.Write(folders.Secrets, "sandbox-shop-key", SandboxCredentials.ShopKey);
        SecretFile.Write(folders.Secrets, "sandbox-erp-client-secret", SandboxCredentials.ErpClientSecret);
        SecretFile.Write(folders.Secrets, "sandbox-erp-password", SandboxCredentials.ErpPassword);
        SecretFile.Write(folders.Secrets, "sandbox-hints", SandboxCredentials.HintSecret);
        SecretFile.Write(folders.Secrets, "sandbox-push", SandboxCredentials.PushSecret);

        var pair = JsonNode.Parse(Template("sandbox-pair.json"))!.AsObject();
        pair["storefront"]!["url"] = shop.ToString();
        pair["erp"]!["url"] = erp.ToString();
        // With the add-on the connector's own, shorter age counts.
        if (options.AddOn) pair["storefront"]!["settings"]!.AsObject().Remove("minimumAgeSeconds");
        if (options.Full) AddLanes(pair);
        options.EditPair?.Invoke(pair);
        var file = Path.Combine(folders.Pairs, $"{Pair}.json");
        KeepPublished(file, pair);
        // What somebody published outlives the restart.
        if (!Directory.Exists(Path.Combine(folders.Pairs, DocumentHistory.Folder, Pair, DocumentNames.OrdersFlow)))
        {
            WriteIfChanged(Path.Combine(folders.Pairs, "documents", "orders.flow.json"), Template("sandbox-orders.flow.json"));
        }

        WriteIfChanged(file, pair.ToJsonString(Json));
    }

    private static void AddLanes(JsonObject pair)
    {
        var added = JsonNode.Parse(Template("sandbox-lanes.json"))!.AsObject();
        foreach (var (name, section) in added.Where(entry => entry.Key != "lookups")) pair[name] = section!.DeepClone();
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
