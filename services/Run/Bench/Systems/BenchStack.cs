using System.Text.Json.Nodes;
using Integration.Run.Stack;
using Integration.Sandbox;

namespace Integration.Run.Bench.Systems;

/// <summary>A stack of separate processes with a private RabbitMQ and PostgreSQL, both with fsync, in a folder of its own that goes with it.</summary>
internal sealed class BenchStack : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;

    private BenchStack(DirectoryInfo folder, IRunningStack running, string pairFile)
    {
        _folder = folder;
        Running = running;
        PairFile = pairFile;
    }

    public IRunningStack Running { get; }

    /// <summary>The sandbox ERP.</summary>
    public required SandboxErpKind Erp { get; init; }

    public StackState State => Running.State;

    /// <summary>Path of the sandbox pair's file.</summary>
    public string PairFile { get; }

    public static async Task<BenchStack> StartAsync(BenchOptions options, Action<JsonObject> editPair, Action<string> say, CancellationToken ct)
    {
        if (!OperatingSystem.IsLinux()) throw new StackException("This bench reads /proc and runs on Linux only.");
        var folder = Directory.CreateTempSubdirectory("integration-bench-");
        try
        {
            var stack = new StackOptions
            {
                Pair = options.Pair, Broker = "local", Database = "local", Separate = true, StoreApi = options.StoreApi, AddOn = options.AddOn, DataRoot = folder.FullName, EditPair = editPair,
            };
            var running = await Stacks.StartAsync(stack, new Dictionary<string, string>(), say, ct);
            return new BenchStack(folder, running, Path.Combine(stack.DataFolder, "pairs", $"{options.Pair}.json")) { Erp = stack.Erp.Kind };
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Running.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
