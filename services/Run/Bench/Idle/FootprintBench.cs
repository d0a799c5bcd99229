using System.Diagnostics;
using Integration.Run.Bench.Systems;
using Integration.Run.Stack;

namespace Integration.Run.Bench.Idle;

/// <summary><c>footprint</c>: memory of services that have nothing to do, and how long each needs until it is ready, one at a time.</summary>
internal sealed class FootprintBench(BenchOptions options, Action<string> say)
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    public async Task<FootprintFigures> RunAsync(CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        var (ready, cpu) = (new Dictionary<string, double>(), new Dictionary<string, double>());
        Dictionary<string, double> memory;
        await using (var stack = await BenchStack.StartAsync(options, _ => { }, say, ct))
        {
            say("Starting one service after the other again …");
            foreach (var (role, address) in Addresses(stack))
            {
                ready[role.Name] = await RestartAsync(http, stack, role, address, ct);
                cpu[role.Name] = Math.Round(ProcessUsage.Of(stack.State.Processes[role.Name]).CpuSeconds, 2);
            }

            say("Waiting …");
            await Task.Delay(Idle, ct);
            memory = ServiceRole.Services.ToDictionary(role => role.Name, role => Resident(stack.State.Processes[role.Name]));
        }

        return new FootprintFigures { ReadySeconds = ready, ReadyCpuSeconds = cpu, ResidentMegabytes = memory, StandaloneMegabytes = await StandaloneAsync(http, ct) };
    }

    private static IEnumerable<(ServiceRole Role, Uri Address)> Addresses(BenchStack stack) =>
        [(ServiceRole.Console, stack.State.Console), (ServiceRole.Gateway, stack.State.Gateway), (ServiceRole.Adapter, stack.State.Adapter), (ServiceRole.OrderToCash, stack.State.OrderToCash!)];

    /// <summary>Kills it; the stack starts it again.</summary>
    private static async Task<double> RestartAsync(HttpClient http, BenchStack stack, ServiceRole role, Uri address, CancellationToken ct)
    {
        var old = stack.State.Processes[role.Name];
        using (var process = Process.GetProcessById(old)) process.Kill();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (stack.State.Processes[role.Name] == old) await Task.Delay(Poll, patience.Token);
        using var started = Process.GetProcessById(stack.State.Processes[role.Name]);
        while (!await IsReadyAsync(http, address, patience.Token)) await Task.Delay(Poll, patience.Token);
        return Math.Round((DateTime.Now - started.StartTime).TotalSeconds, 2);
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, Uri address, CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address, "health/ready"), ct);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>The embedded default as a person starts it: all services and both sandboxes in one process.</summary>
    private async Task<double> StandaloneAsync(HttpClient http, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("integration-bench-");
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(FootprintBench).Assembly.Location, "--data", folder.FullName }, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        })!;
        try
        {
            say("Starting everything in one process …");
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(TimeSpan.FromMinutes(1));
            var data = new StackOptions { DataRoot = folder.FullName }.DataFolder;
            while (StackState.Load(data) is not { } state || !await IsReadyAsync(http, state.Console, patience.Token)) await Task.Delay(Poll, patience.Token);
            await Task.Delay(Idle, ct);
            return Resident(process.Id);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            folder.Delete(recursive: true);
        }
    }

    private static double Resident(int processId) => Math.Round(ProcessUsage.Of(processId).ResidentMegabytes);
}
