using System.Net;
using System.Text.Json;
using Integration.Tests.Integration.Platform;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Integration.Console;

/// <summary>One console per test, on the given broker and database; without them in memory and on SQLite.</summary>
public abstract class ConsoleTests(BrokerFixture? brokers = null, PostgresFixture? databases = null) : IAsyncLifetime
{
    private Surroundings? _surroundings;
    private ConsoleHarness? _console;

    internal ConsoleHarness Console => _console ?? throw new InvalidOperationException("The console was not started.");

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A folder for pair files, which goes with the test.</summary>
    protected string PairsFolder => _surroundings!.PairsFolder;

    /// <summary>Settings beside broker and database.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string?>> Settings => [];

    public async ValueTask InitializeAsync()
    {
        _surroundings = await Surroundings.CreateAsync(brokers, databases, Ct);
        foreach (var (key, value) in Settings) _surroundings.Settings[key] = value;
        _console = await ConsoleHarness.StartAsync(_surroundings.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_console is not null) await _console.DisposeAsync();
        }
        finally
        {
            if (_surroundings is not null) await _surroundings.DisposeAsync();
            GC.SuppressFinalize(this);
        }
    }

    /// <summary>The answer is a problem in plain words.</summary>
    protected static async Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string words)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Contains(words, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
