using System.Text.Json;

namespace Integration.Run.Stack;

/// <summary>What a running stack writes down so that other commands find it: <c>running.json</c> in its data folder. Holds no secrets.</summary>
internal sealed record StackState
{
    private const string FileName = "running.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Process id of the command that runs it.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The operations console.</summary>
    public required Uri Console { get; init; }

    /// <summary>Where the storefront's hints go.</summary>
    public required Uri Gateway { get; init; }

    /// <summary>The ERP's adapter.</summary>
    public required Uri Adapter { get; init; }

    /// <summary>The saga's service; null when it is not a process of its own.</summary>
    public Uri? OrderToCash { get; init; }

    /// <summary>The sandbox storefront.</summary>
    public required Uri Shop { get; init; }

    /// <summary>The sandbox ERP.</summary>
    public required Uri Erp { get; init; }

    /// <summary>Where callers of the sandbox ERP sign in when that is another system, or null.</summary>
    public Uri? SignIn { get; init; }

    /// <summary>Dataverse where it stands beside the sandbox ERP, or null.</summary>
    public Uri? Dataverse { get; init; }

    /// <summary>The API that the sandbox storefront speaks.</summary>
    public required string StoreApi { get; init; }

    /// <summary>Whether the sandbox storefront has our add-on.</summary>
    public required bool AddOn { get; init; }

    /// <summary>RabbitMQ's management page, or null.</summary>
    public Uri? BrokerPage { get; init; }

    /// <summary>Service → process id, as last started.</summary>
    public required IReadOnlyDictionary<string, int> Processes { get; init; }

    public void Save(string folder)
    {
        var file = Path.Combine(folder, FileName);
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(this, Json));
        File.Move(file + ".new", file, overwrite: true);
    }

    public static StackState? Load(string folder)
    {
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) ? JsonSerializer.Deserialize<StackState>(File.ReadAllText(file), Json) : null;
    }

    public static void Delete(string folder) => File.Delete(Path.Combine(folder, FileName));

    /// <summary>The state of the stack in this folder, which must answer.</summary>
    /// <exception cref="StackException">None does.</exception>
    public static async Task<StackState> RunningAsync(string folder, CancellationToken ct) => await FindRunningAsync(folder, ct)
        ?? throw new StackException($"Nothing runs in {folder}: start it with ./run, and give this command the same --pair, --full, --store-api, --broker, --database, --separate and --data.");

    /// <summary>The state of a stack in this folder that answers, or null.</summary>
    public static async Task<StackState?> FindRunningAsync(string folder, CancellationToken ct)
    {
        if (Load(folder) is not { } state) return null;
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        try
        {
            using var answer = await http.GetAsync(new Uri(state.Console, "health/live"), ct);
            return answer.IsSuccessStatusCode ? state : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return null;
        }
    }
}
