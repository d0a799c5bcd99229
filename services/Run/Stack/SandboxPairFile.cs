using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integration.Run.Stack;

/// <summary>Writes the pair that joins the sandbox storefront and the sandbox ERP, and the sandbox's (made-up) credentials, into a stack's folders.</summary>
internal static class SandboxPairFile
{
    public const string Pair = "xcart-acumatica";
    public const string StorefrontCode = "XC1";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public static void Write(StackFolders folders, Uri shop, Uri erp)
    {
        WriteIfChanged(Path.Combine(folders.Secrets, "sandbox-shop-key"), SandboxCredentials.ShopKey);
        WriteIfChanged(Path.Combine(folders.Secrets, "sandbox-erp-client-secret"), SandboxCredentials.ErpClientSecret);
        WriteIfChanged(Path.Combine(folders.Secrets, "sandbox-erp-password"), SandboxCredentials.ErpPassword);
        WriteIfChanged(Path.Combine(folders.Secrets, "sandbox-hints"), SandboxCredentials.HintSecret);

        using var template = typeof(SandboxPairFile).Assembly.GetManifestResourceStream("Integration.Run.Stack.sandbox-pair.json")!;
        var pair = JsonNode.Parse(template)!.AsObject();
        pair["storefront"]!["url"] = shop.ToString();
        pair["erp"]!["url"] = erp.ToString();
        WriteIfChanged(Path.Combine(folders.Pairs, $"{Pair}.json"), pair.ToJsonString(Json));
    }

    private static void WriteIfChanged(string file, string text)
    {
        if (File.Exists(file) && File.ReadAllText(file) == text) return;
        File.WriteAllText(file, text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
