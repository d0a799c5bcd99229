using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Run.Pairs;

namespace Integration.Run.Stack;

/// <summary>Writes the pair that joins the sandbox storefront and the sandbox ERP, and the sandbox's (made-up) credentials, into a stack's folders.</summary>
internal static class SandboxPairFile
{
    public const string Pair = "xcart-acumatica";
    public const string StorefrontCode = "XC1";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public static void Write(StackFolders folders, Uri shop, Uri erp)
    {
        SecretFile.Write(folders.Secrets, "sandbox-shop-key", SandboxCredentials.ShopKey);
        SecretFile.Write(folders.Secrets, "sandbox-erp-client-secret", SandboxCredentials.ErpClientSecret);
        SecretFile.Write(folders.Secrets, "sandbox-erp-password", SandboxCredentials.ErpPassword);
        SecretFile.Write(folders.Secrets, "sandbox-hints", SandboxCredentials.HintSecret);
        SecretFile.Write(folders.Secrets, "sandbox-push", SandboxCredentials.PushSecret);

        using var template = typeof(SandboxPairFile).Assembly.GetManifestResourceStream("Integration.Run.Stack.sandbox-pair.json")!;
        var pair = JsonNode.Parse(template)!.AsObject();
        pair["storefront"]!["url"] = shop.ToString();
        pair["erp"]!["url"] = erp.ToString();
        var file = Path.Combine(folders.Pairs, $"{Pair}.json");
        var text = pair.ToJsonString(Json);
        // Services follow changes of the file: it is touched only when something changed.
        if (!File.Exists(file) || File.ReadAllText(file) != text) File.WriteAllText(file, text);
    }
}
