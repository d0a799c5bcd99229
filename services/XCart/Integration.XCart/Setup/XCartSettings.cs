using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;

namespace Integration.XCart.Setup;

/// <summary>Settings of an X-Cart connection, from <c>storefront.settings</c> of the pair file.</summary>
internal sealed record XCartSettings
{
    private const int LargestPage = 1000;

    // Twenty products and their variants in that time: less than a call a second.
    private static readonly TimeSpan BetweenPages = TimeSpan.FromSeconds(30);

    private static readonly string[] Names =
        ["api", "adminScript", "minimumAgeSeconds", "halfMadeSeconds", "longestLateCommitSeconds", "pageSize", "orderDetails", "guestsByLogin", "relookDays", "relookMinutes", "relookSeconds", "relookMost", "catalogueHours",
        "customerHours", "customerPageSeconds", "productHours", "productPageSeconds", "weightUnit", "language",
        "paymentReferenceField", "paymentFeeField"];

    /// <summary>The cell of a transaction's data that holds the payment provider's reference; empty for none. Stripe's add-on names it <c>stripe_id</c> (seen on 5.4.1.5).</summary>
    public string PaymentReferenceField { get; init; } = "stripe_id";

    /// <summary>The cell of a transaction's data that holds the provider's fee, in the order's currency; empty for none.</summary>
    public string PaymentFeeField { get; init; } = "";

    /// <summary>Which API the shop has.</summary>
    public ApiChoice Api { get; init; }

    /// <summary>The admin script, <c>admin_self</c> in the shop's etc/config.php.</summary>
    public string AdminScript { get; init; } = "admin.php";

    /// <summary>An order younger than this by the shop's clock is looked at again later: the shop shows orders before it has finished placing them.</summary>
    /// <value>Null for five seconds, or none where the add-on hints, since it does so only when the order is placed.</value>
    public TimeSpan? MinimumAge { get; init; }

    /// <summary>For how long the marks of a half-made order are believed; orders that were imported or made over the API carry them for ever.</summary>
    public TimeSpan HalfMadeFor { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the shop may still be carrying out a request that was given up: PHP's and the web server's longest run.</summary>
    public TimeSpan LongestLateCommit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Rows per page of a sweep; null for what suits the API.</summary>
    public int? PageSize { get; init; }

    /// <summary>5.5: whether order details of add-ons are read too, with one more call per order.</summary>
    public bool OrderDetails { get; init; } = true;

    /// <summary>5.5: whether a customer who never logged in counts as a guest; else everyone counts as a customer.</summary>
    public bool GuestsByLogin { get; init; } = true;

    /// <summary>How long after its placement an order is read again although nothing says that it changed; zero for never.</summary>
    public int RelookDays { get; init; } = 3;

    /// <summary>Minutes between two such rounds.</summary>
    public int RelookMinutes { get; init; } = 10;

    /// <summary>The same in seconds, for shops that may be asked that often, such as a sandbox; null for <see cref="RelookMinutes"/>.</summary>
    public int? RelookSeconds { get; init; }

    /// <summary>Most orders of one such round.</summary>
    public int RelookMost { get; init; } = 200;

    /// <summary>5.5 without the add-on: hours between two rounds of the catalogue for the map of SKUs; zero for none.</summary>
    public decimal CatalogueHours { get; init; } = 24;

    /// <summary>Hours between two rounds of all customers' accounts; zero for none.</summary>
    public decimal CustomerHours { get; init; } = 24;

    /// <summary>Seconds between two pages of such a round.</summary>
    public int CustomerPageSeconds { get; init; } = 30;

    /// <summary>Hours between two rounds of all products; zero for none.</summary>
    public decimal ProductHours { get; init; } = 6;

    /// <summary>Seconds between two pages of such a round.</summary>
    public int ProductPageSeconds { get; init; } = 10;

    /// <summary>The unit of the shop's weights (Settings > Units; the API does not tell it).</summary>
    public string WeightUnit { get; init; } = "lb";

    /// <summary>5.4: the language whose texts are read and written.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The rounds of products as a schedule, or null for none.</summary>
    public CrawlSchedule? Products => ProductHours == 0 ? null : new CrawlSchedule(TimeSpan.FromHours((double)ProductHours), TimeSpan.FromSeconds(ProductPageSeconds));

    /// <summary>The rounds of customers as a schedule, or null for none.</summary>
    public CrawlSchedule? Customers => CustomerHours == 0 ? null : new CrawlSchedule(TimeSpan.FromHours((double)CustomerHours), TimeSpan.FromSeconds(CustomerPageSeconds));

    /// <summary>The rounds of the catalogue as a schedule, or null for none.</summary>
    public CrawlSchedule? Catalogue => CatalogueHours == 0 ? null : new CrawlSchedule(TimeSpan.FromHours((double)CatalogueHours), BetweenPages);

    /// <summary>The rounds as a schedule, or null for none.</summary>
    public RelookSchedule? Relook => RelookDays == 0 ? null : new RelookSchedule(RelookSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.FromMinutes(RelookMinutes), TimeSpan.FromDays(RelookDays), RelookMost);

    /// <summary>Reads them strictly.</summary>
    /// <exception cref="PairFileException">A setting is unknown or not understood.</exception>
    public static XCartSettings Of(ConnectionDefinition connection)
    {
        var settings = new XCartSettings();
        foreach (var (name, value) in connection.Settings)
        {
            settings = name switch
            {
                "api" => settings with { Api = ApiOf(connection, value) },
                "adminScript" => settings with { AdminScript = Script(connection, value) },
                "minimumAgeSeconds" => settings with { MinimumAge = TimeSpan.FromSeconds(Whole(connection, name, value, 0, 3600)) },
                "halfMadeSeconds" => settings with { HalfMadeFor = TimeSpan.FromSeconds(Whole(connection, name, value, 0, 3600)) },
                "longestLateCommitSeconds" => settings with { LongestLateCommit = TimeSpan.FromSeconds(Whole(connection, name, value, 1, 3600)) },
                "pageSize" => settings with { PageSize = Whole(connection, name, value, 2, LargestPage) },
                "orderDetails" => settings with { OrderDetails = Flag(connection, name, value) },
                "guestsByLogin" => settings with { GuestsByLogin = Flag(connection, name, value) },
                "relookDays" => settings with { RelookDays = Whole(connection, name, value, 0, 60) },
                "relookMinutes" => settings with { RelookMinutes = Whole(connection, name, value, 1, 1440) },
                "relookSeconds" => settings with { RelookSeconds = Whole(connection, name, value, 1, 3600) },
                "relookMost" => settings with { RelookMost = Whole(connection, name, value, 1, 5000) },
                "catalogueHours" => settings with { CatalogueHours = Hours(connection, name, value) },
                "customerHours" => settings with { CustomerHours = Hours(connection, name, value) },
                "customerPageSeconds" => settings with { CustomerPageSeconds = Whole(connection, name, value, 1, 3600) },
                "paymentReferenceField" => settings with { PaymentReferenceField = Cell(connection, name, value) },
                "paymentFeeField" => settings with { PaymentFeeField = Cell(connection, name, value) },
                "productHours" => settings with { ProductHours = Hours(connection, name, value) },
                "productPageSeconds" => settings with { ProductPageSeconds = Whole(connection, name, value, 1, 3600) },
                "weightUnit" => settings with { WeightUnit = Word(connection, name, value, "Write \"kg\", \"g\", \"lb\" or \"oz\".", ["kg", "g", "lb", "oz"]) },
                "language" => settings with { Language = Word(connection, name, value, "Write the code of one of the shop's languages, such as \"en\".", null) },
                _ => throw Fault(connection, name, "There is no such setting for X-Cart.", $"Use one of: {string.Join(", ", Names)}."),
            };
        }

        return settings;
    }

    private static string Script(ConnectionDefinition connection, JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var script) && script.Length > 0 && script.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-')
            ? script
            : throw Fault(connection, "adminScript", "It is not a file name.", "Write the name of the shop's admin script, such as \"admin.php\".");

    private static string Cell(ConnectionDefinition connection, string name, JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var word)
        ? word
        : throw Fault(connection, name, "It is not a text.", "Write the name of a cell of a payment transaction's data, or an empty text.");

    private static string Word(ConnectionDefinition connection, string name, JsonNode? value, string fix, string[]? words) =>
        value is JsonValue text && text.TryGetValue<string>(out var word) && (words?.Contains(word) ?? (word.Length is 2 or 5 && word.All(char.IsAsciiLetterOrDigit)))
            ? word
            : throw Fault(connection, name, "It is not one of the known words.", fix);

    private static ApiChoice ApiOf(ConnectionDefinition connection, JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var name)
        ? name switch
        {
            "auto" => ApiChoice.Auto,
            "5.4" => ApiChoice.Api54,
            "5.5" => ApiChoice.Api55,
            _ => throw NoApi(connection),
        }
        : throw NoApi(connection);

    private static PairFileException NoApi(ConnectionDefinition connection) =>
        Fault(connection, "api", "It is no API of X-Cart.", "Write \"auto\", \"5.4\" (for 5.0 to 5.4) or \"5.5\" (and later), as a text.");

    private static bool Flag(ConnectionDefinition connection, string name, JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Fault(connection, name, "It is neither true nor false.", "Write true or false."),
    };

    private static decimal Hours(ConnectionDefinition connection, string name, JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.Number && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var hours) && hours is >= 0 and <= 720
            ? hours
            : throw Fault(connection, name, "It is not a number in its range.", "Write hours from 0 (never) to 720, such as 24 or 0.5.");

    private static int Whole(ConnectionDefinition connection, string name, JsonNode? value, int least, int most) =>
        value?.GetValueKind() == JsonValueKind.Number && int.TryParse(value.ToJsonString(), out var number) && number >= least && number <= most
            ? number
            : throw Fault(connection, name, "It is not a whole number in its range.", $"Write a whole number from {least} to {most}.");

    private static PairFileException Fault(ConnectionDefinition connection, string name, string problem, string fix) =>
        new(connection.File, $"storefront.settings.{name}", problem, fix);
}
