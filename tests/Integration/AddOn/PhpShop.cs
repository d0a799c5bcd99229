using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Integration.AddOn;

/// <summary>
/// The add-on's PHP of both editions in a shop of fakes, with a private MariaDB (<c>infra/addons/xcart/test --shop</c>), started when the first
/// test asks. What a shop's staff, shoppers and scheduler do is told by <c>infra/addons/xcart/tests/Support/outside.php</c>.
/// </summary>
public sealed class PhpShop : IAsyncDisposable
{
    public const string WriteKey = "writing";
    public const string ReadKey = "reading";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly HttpClient _http = new() { Timeout = Patience };
    private Process? _process;

    public Uri Url => _http.BaseAddress!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>
    /// A shop with empty tables and these rows. Skips the test in a fast run; fails with what to install where PHP or MariaDB is missing.
    /// </summary>
    public async Task OpenAsync(JsonObject? settings = null, params string[] rows)
    {
        TestSettings.SkipWhenFast("PHP and MariaDB");
        if (_process is null) await StartAsync();
        await DoAsync("fresh", (settings ?? new JsonObject { ["atomic_stock"] = "1" }).ToJsonString());
        foreach (var row in rows) await SqlAsync(row);
    }

    /// <summary>Staff save other settings of the add-on.</summary>
    public Task ConfigureAsync(JsonObject settings) => DoAsync("settings", settings.ToJsonString());

    public async Task<JsonArray> SqlAsync(string statement) => (await DoAsync("sql", statement))!.AsArray();

    /// <summary>The first column of the only row.</summary>
    public async Task<string> OneAsync(string query) => Assert.Single((await SqlAsync(query)).Single()!.AsObject()).Value?.ToString() ?? "";

    /// <summary>The shop's scheduler runs the add-on's task; what that says.</summary>
    public async Task<string> ScheduleAsync(string edition) => (string)(await DoAsync($"schedule?edition={edition}"))!;

    /// <summary>Anything else of <c>outside.php</c>.</summary>
    public async Task<JsonNode?> DoAsync(string what, string body = "")
    {
        using var content = new StringContent(body);
        using var answer = await _http.PostAsync(new Uri($"_test/{what}", UriKind.Relative), content, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{what}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_process is null) return;
        _process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private async Task StartAsync()
    {
        var start = new ProcessStartInfo(Path.Combine(Repository(), "infra", "addons", "xcart", "test"), ["--shop"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var said = new ConcurrentQueue<string>();
        var ready = new TaskCompletionSource<Uri?>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) ready.TrySetResult(null);
            else if (line.Data.StartsWith("shop ", StringComparison.Ordinal)) ready.TrySetResult(new Uri(line.Data["shop ".Length..]));
            else said.Enqueue(line.Data);
        };
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        var url = await ready.Task.WaitAsync(Patience, Ct);
        if (url is null)
        {
            await process.WaitForExitAsync(Ct);
            _process = null;
            process.Dispose();
            Assert.Fail($"The add-on's shop did not start.\n{string.Join('\n', said)}");
        }

        _http.BaseAddress = url;
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Integration.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
