using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;

namespace Integration.Run.Pairs;

/// <summary>Asks for what a new X-Cart and Acumatica pair needs. The file is written in observe mode and read back strictly.</summary>
internal static class PairQuestions
{
    private const string None = "none";

    public static int Ask(TextReader input, TextWriter output, string folder, string secrets)
    {
        string Question(string text, string? usual = null, string? hint = null)
        {
            if (hint is not null) output.WriteLine($"  ({hint})");
            while (true)
            {
                output.Write(usual is null ? $"{text}: " : $"{text} [{usual}]: ");
                var answer = input.ReadLine() ?? throw new OperationCanceledException();
                if (answer.Trim().Length > 0) return answer.Trim();
                if (usual is not null) return usual;
            }
        }

        output.WriteLine("A new pair of an X-Cart shop and Acumatica. It starts in observe mode and writes nothing.");
        var name = Question("Name of the pair", "xcart-acumatica", "small letters, digits and hyphens; first part of its queue names");
        var code = Question("Short code of the shop", "XC1", "stands before the order number in Acumatica's External Reference; unique per shop");
        var shop = Question("Address of the shop", hint: "exactly the host of the shop's own etc/config.php, https://");
        var shopKey = Question("The shop's key for reading and writing", hint: "X-Cart 5.4: read/write key of its REST API add-on; 5.5: token for all methods, in Settings > API");
        var hintSecret = Question("Secret of our add-on in the shop", None, "in the add-on's settings, whsec_…; without the add-on changes are found by sweeps");
        var erp = Question("Address of Acumatica", hint: "such as https://erp.example.com/AcumaticaERP/");
        var tenant = Question("Acumatica tenant");
        var client = Question("Client id of the connected application", hint: "SM303010; ends in @ and the tenant");
        var clientSecret = Question("Client secret");
        var user = Question("Acumatica user of the integration");
        var password = Question("Password of that user");
        var from = Question("Take orders placed from", hint: "nothing older is ever sent; such as 2026-12-01T00:00:00+01:00");
        var zone = Question("Time zone of the books", TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id : "Etc/UTC");

        var shopSecrets = new JsonObject { ["key"] = $"{name}-shop-key" };
        if (hintSecret != None) shopSecrets["hints"] = $"{name}-shop-hints";
        var pair = new JsonObject
        {
            ["pair"] = name,
            ["mode"] = "observe",
            ["from"] = from,
            ["timeZone"] = zone,
            ["storefrontCode"] = code,
            ["storefront"] = new JsonObject
            {
                ["connection"] = $"{name}-shop",
                ["kind"] = "xcart",
                ["url"] = shop,
                ["secrets"] = shopSecrets,
            },
            ["erp"] = new JsonObject
            {
                ["connection"] = $"{name}-erp",
                ["kind"] = "acumatica",
                ["url"] = erp,
                ["settings"] = new JsonObject { ["tenant"] = tenant, ["clientId"] = client, ["username"] = user },
                ["secrets"] = new JsonObject { ["clientSecret"] = $"{name}-erp-client-secret", ["password"] = $"{name}-erp-password" },
            },
            ["lookups"] = new JsonObject(),
        };
        var file = PairWriter.WriteNew(folder, pair);
        SecretFile.Write(secrets, $"{name}-shop-key", shopKey);
        if (hintSecret != None) SecretFile.Write(secrets, $"{name}-shop-hints", hintSecret);
        SecretFile.Write(secrets, $"{name}-erp-client-secret", clientSecret);
        SecretFile.Write(secrets, $"{name}-erp-password", password);
        output.WriteLine();
        output.WriteLine($"Written: {file}");
        if (hintSecret != None) output.WriteLine($"Enter into the add-on's settings as endpoint: the gateway's public https:// address and /hints/{name}");
        output.WriteLine($"Next: fill its lookups (docs/acumatica.md), then ./run doctor --pair {name}, watch it observe with ./run, and at last ./run pair go-live {name}");
        return 0;
    }
}
