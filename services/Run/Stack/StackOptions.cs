using System.Text.Json.Nodes;
using Integration.Sandbox.Shop;

namespace Integration.Run.Stack;

/// <summary>What <c>./run</c> was asked to start.</summary>
internal sealed record StackOptions
{
    /// <summary>The pair of the sandbox shop and a sandbox ERP.</summary>
    public string Pair { get; init; } = SandboxPairFile.Pair;

    /// <summary>Which of the ERP's systems the pair speaks to; null for the usual.</summary>
    public string? Mode { get; init; }

    /// <summary><c>memory</c>, <c>local</c> (a private RabbitMQ) or an <c>amqp://</c> address.</summary>
    public string Broker { get; init; } = "memory";

    /// <summary><c>sqlite</c>, <c>local</c> (a private PostgreSQL) or an Npgsql connection string.</summary>
    public string Database { get; init; } = "sqlite";

    /// <summary>Every service as its own operating-system process.</summary>
    public bool Separate { get; init; }

    /// <summary>May install the Debian packages of the servers.</summary>
    public bool Install { get; init; }

    /// <summary>The API that the sandbox shop speaks: <c>5.4</c> (legacy REST) or <c>5.5</c>.</summary>
    public string StoreApi { get; init; } = "5.4";

    /// <summary>The sandbox shop has our add-on: it sends hints, and takes what its version's own API does not.</summary>
    public bool AddOn { get; init; }

    /// <summary>The sandbox pair has every lane switched on, not only orders.</summary>
    public bool Full { get; init; }

    /// <summary>Root of everything that is kept.</summary>
    public string DataRoot { get; init; } = ".data";

    /// <summary>Changes the sandbox's pair before it is written, such as its deadlines; null leaves it as it is.</summary>
    public Action<JsonObject>? EditPair { get; init; }

    /// <summary>
    /// Service of a separate stack → further environment of its first launches, in their order; later launches get none. Tests arm one
    /// crash point per launch with it.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> FirstLaunches { get; init; } =
        new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>();

    /// <summary>Where this kind of stack keeps its state; kinds, pairs, their modes, and shops of different versions do not share state.</summary>
    public string DataFolder => Path.GetFullPath(Path.Combine(DataRoot, $"{Kind}{Erp.FolderSuffix}{(Separate ? "-separate" : "")}{(StoreApi == "5.4" ? "" : $"-{StoreApi}")}{(Full ? "-full" : "")}"));

    /// <summary>The ERP of <see cref="Pair"/> in its <see cref="Mode"/>.</summary>
    /// <exception cref="StackException">There is no such pair or mode.</exception>
    public SandboxErp Erp => SandboxErp.Of(Pair, Mode);

    /// <summary><see cref="StoreApi"/> as the sandbox names it.</summary>
    public ShopApi ShopApi => StoreApi == "5.5" ? ShopApi.Rest55 : ShopApi.Legacy54;

    /// <summary>True when broker and database need nothing but this process.</summary>
    public bool IsEmbedded => Broker == "memory" && Database == "sqlite";

    private string Kind => IsEmbedded ? "embedded" : "servers";

    /// <summary>Why the options cannot be combined, or null.</summary>
    public string? Problem() => this switch
    {
        _ when SandboxErp.Problem(Pair, Mode) is { } problem => problem,
        { Separate: true, Broker: "memory" } => "--separate needs a broker that processes share: add --broker local (or amqp://…).",
        { Separate: true, Database: "sqlite" } => "--separate needs a database server: add --database local (or Host=…).",
        _ when StoreApi is not ("5.4" or "5.5") => $"--store-api {StoreApi}: say 5.4 or 5.5.",
        _ when Broker is not ("memory" or "local") && !Broker.StartsWith("amqp", StringComparison.Ordinal) => $"--broker {Broker}: say memory, local or an amqp:// address.",
        _ when Database is not ("sqlite" or "local") && !Database.Contains('=', StringComparison.Ordinal) => "--database: say sqlite, local or a connection string such as Host=…;Username=….",
        _ => null,
    };
}
