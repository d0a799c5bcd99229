using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integration.Connectors.Http;
using Integration.Connectors.Pairs.Lanes;

namespace Integration.Connectors.Pairs;

/// <summary>Reads one pair file strictly; the shape is described in <c>docs/pairs.md</c>.</summary>
public static partial class PairFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    /// <summary>Reads and checks a pair file. Lookup files named in it are read too.</summary>
    /// <exception cref="PairFileException">Something is wrong: file, key and fix are named.</exception>
    public static PairDefinition Read(string file)
    {
        try
        {
            var text = System.IO.File.ReadAllText(file);
            return Parse(file, text, Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PairFileException(file, "(file)", failure.Message, "Make the file readable.");
        }
    }

    internal static PairDefinition Parse(string file, string text, string folder)
    {
        var top = new StrictSection(file, "", Json(file, "(file)", text));
        var name = Name(top, "pair", "Name the pair, such as \"xcart-acumatica\".");
        var lookups = top.Free("lookups", "Write \"lookups\": { \"payment-methods\": { … } }.") ?? [];
        var sweeps = top.OptionalSection("sweeps", "Write \"sweeps\": { \"every\": \"PT15S\", \"overlap\": \"PT3M\" }.");
        var pair = new PairDefinition
        {
            Name = name,
            Mode = Mode(top),
            From = top.Moment("from", "Write the moment before which no order is ever sent, such as \"2026-01-31T00:00:00+01:00\"."),
            TimeZone = Zone(top),
            StorefrontCode = Code(top),
            Storefront = Connection(top, "storefront", file),
            Erp = Connection(top, "erp", file),
            ImportRule = Rule(top),
            Amendments = top.Word<AmendmentRule>("amendments") ?? AmendmentRule.Update,
            ErpEdits = top.Word<ErpEditRule>("erpEdits") ?? ErpEditRule.Timeline,
            RoundingLimit = top.Number("roundingLimit", "Write an amount such as 0.05.") ?? 0,
            Lookups = Lookups(file, folder, lookups),
            Documents = top.Texts("documents", "Write \"documents\": { \"orders.toErp\": \"orders.json\" }."),
            Sweeps = Schedule(sweeps),
            Lanes = PairLanes.Read(top.OptionalSection("lanes", "Write \"lanes\": { \"stock\": true }.")),
            Reconciliation = ReconciliationSettings.Read(top.OptionalSection("reconciliation", "Write \"reconciliation\": { \"at\": \"02:30\" }.")),
            SnapshotDays = top.Whole("snapshotDays", 1, "Write a number of days, such as 30.") ?? 30,
            File = file,
        };
        if (pair.RoundingLimit < 0) throw top.Wrong("roundingLimit", "The limit is negative.", "Write an amount such as 0.05.");
        if (pair.Storefront.Name == pair.Erp.Name) throw top.Wrong("erp.connection", "Both sides have the same connection name.", "Give each its own name.");
        _ = top.OptionalText("$schema", "Write the address of the schema.");
        top.NothingElse();
        return pair;
    }

    private static ConnectionDefinition Connection(StrictSection top, string side, string file)
    {
        var section = top.Section(side, $"Write \"{side}\": {{ \"connection\": …, \"kind\": …, \"url\": … }}.");
        const string urlFix = "Write https://… (plain http:// only for localhost), without user name, query and fragment; link-local only with \"localAddresses\": true.";
        var local = section.Flag("localAddresses", "Write true only if the address is link-local, or a name that leads to this machine.") ?? false;
        if (!Uri.TryCreate(section.Text("url", urlFix), UriKind.Absolute, out var url) || !OutsideAddress.IsAllowed(url, local))
        {
            throw section.Wrong("url", "The address cannot be used.", urlFix);
        }

        var connection = new ConnectionDefinition
        {
            Name = Name(section, "connection", "Name the connection, such as \"acumatica-main\"."),
            Kind = section.Text("kind", "Write the connector's kind, such as \"xcart\" or \"acumatica\"."),
            Url = url,
            LocalAddresses = local,
            CallsPerMinute = section.Whole("callsPerMinute", 1, "Write the most calls per minute, or leave it out."),
            ConcurrentCalls = section.Whole("concurrentCalls", 1, "Write the most calls at once, such as 4.") ?? 4,
            Deadline = section.Duration("deadline") ?? TimeSpan.FromSeconds(100),
            Settings = section.Free("settings", "Write the connector's settings as an object.") ?? [],
            Secrets = section.Texts("secrets", "Write each secret by the name it has in the secret store: { \"key\": \"xc1-key\" }."),
            File = file,
        };
        if (connection.Deadline == TimeSpan.Zero) throw section.Wrong("deadline", "The deadline is zero.", "Write \"PT100S\".");
        section.NothingElse();
        return connection;
    }

    private static ImportRule Rule(StrictSection top)
    {
        var section = top.OptionalSection("importRule", "Write \"importRule\": { \"paymentStatuses\": [ \"paid\" ] }.");
        if (section is null) return new ImportRule();
        var usual = new ImportRule();
        var rule = new ImportRule
        {
            PaymentStatuses = section.Words<Contracts.Orders.PaymentStatus>("paymentStatuses") ?? usual.PaymentStatuses,
            FulfilmentStatuses = section.Words<Contracts.Orders.FulfilmentStatus>("fulfilmentStatuses") ?? usual.FulfilmentStatuses,
        };
        section.NothingElse();
        return rule;
    }

    private static SweepSchedule Schedule(StrictSection? section)
    {
        if (section is null) return new SweepSchedule();
        var usual = new SweepSchedule();
        var schedule = new SweepSchedule { Every = section.Duration("every") ?? usual.Every, Overlap = section.Duration("overlap") ?? usual.Overlap, ExpectHints = section.Flag("expectHints", "Write true or false.") ?? true };
        if (schedule.Every < TimeSpan.FromMilliseconds(100)) throw section.Wrong("every", "Sweeps cannot follow each other so fast.", "Write at least \"PT0.1S\".");
        section.NothingElse();
        return schedule;
    }

    private static JsonObject Lookups(string file, string folder, JsonObject given)
    {
        var read = new JsonObject();
        foreach (var (name, table) in given)
        {
            read[name] = table switch
            {
                JsonObject rows => rows.DeepClone(),
                JsonValue value when value.TryGetValue<string>(out var path) => LookupFile(file, name, Path.Combine(folder, path)),
                _ => throw new PairFileException(file, $"lookups.{name}", "A lookup is an object or the path of a file.", "Write { \"code\": \"value\" } or \"lookups/payment.json\"."),
            };
        }

        return read;
    }

    private static JsonObject LookupFile(string file, string name, string path)
    {
        try
        {
            return Json(path, "(file)", System.IO.File.ReadAllText(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PairFileException(file, $"lookups.{name}", failure.Message, "Correct the path; it is relative to the pair file.");
        }
    }

    private static JsonObject Json(string file, string key, string text)
    {
        try
        {
            return JsonNode.Parse(text, new JsonNodeOptions(), Lenient) as JsonObject
                ?? throw new PairFileException(file, key, "The file is not a JSON object.", "Begin it with { and end it with }.");
        }
        catch (JsonException failure)
        {
            throw new PairFileException(file, key, $"Line {failure.LineNumber + 1} is not JSON, or repeats a key.", "Correct the line; keys and texts need double quotes, and each key stands once.");
        }
    }

    private static PairMode Mode(StrictSection top) => top.OptionalText("mode", "Write \"observe\" or \"live\".") switch
    {
        null or "observe" => PairMode.Observe,
        "live" => PairMode.Live,
        _ => throw top.Wrong("mode", "The mode is not known.", "Write \"observe\" or \"live\"."),
    };

    private static TimeZoneInfo Zone(StrictSection top)
    {
        const string fix = "Write an IANA time zone such as \"Europe/Berlin\".";
        var id = top.Text("timeZone", fix);
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : throw top.Wrong("timeZone", $"'{id}' is not a time zone.", fix);
    }

    private static string Code(StrictSection top)
    {
        const string fix = "Write a short code of letters and digits, such as \"XC1\".";
        var code = top.Text("storefrontCode", fix);
        return StorefrontCode().IsMatch(code) ? code : throw top.Wrong("storefrontCode", "The code has other characters or is too long.", fix);
    }

    private static string Name(StrictSection section, string key, string fix)
    {
        var name = section.Text(key, fix);
        return QueueSafe().IsMatch(name) ? name : throw section.Wrong(key, $"'{name}' cannot be part of a queue name.", "Use small letters, digits and hyphens, at most 60.");
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$")]
    private static partial Regex QueueSafe();

    [GeneratedRegex("^[A-Za-z0-9]{1,12}$")]
    private static partial Regex StorefrontCode();
}
