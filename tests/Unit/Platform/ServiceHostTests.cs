using System.Net;
using Integration.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Integration.Tests.Unit.Platform;

public sealed class ServiceHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("host").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_service_on_the_embedded_defaults_is_ready_on_loopback_and_maps_its_modules()
    {
        var ct = TestContext.Current.CancellationToken;
        var builder = ServiceHost.CreateBuilder([$"--Platform:DataFolder={_folder}"], "xcart");
        builder.Services.AddPlatform(builder.Configuration, "acumatica");
        builder.Services.AddSingleton<IEndpointModule, Hello>();
        await using var app = ServiceHost.Build(builder);
        await app.StartAsync(ct);
        var address = new Uri(Assert.Single(app.Urls));
        using var client = new HttpClient { BaseAddress = address };

        Assert.Equal("127.0.0.1", address.Host);
        Assert.Equal("Healthy", await client.GetStringAsync("/health/live", ct));
        var ready = await client.GetAsync("/health/ready", ct);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("\"database\":\"Healthy\"", await ready.Content.ReadAsStringAsync(ct), StringComparison.Ordinal);
        Assert.Equal("hello", await client.GetStringAsync("/hello", ct));
        Assert.Equal("xcart", app.Services.GetRequiredService<IOptions<PlatformOptions>>().Value.Service);
        await app.StopAsync(ct);
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_start_and_names_key_and_fix()
    {
        var builder = ServiceHost.CreateBuilder([$"--Platform:DataFolder={_folder}", "--Messaging:Transport=kafka"], "xcart");
        await using var app = ServiceHost.Build(builder);

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("write 'memory' or 'rabbitmq'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_told_to_stop_while_it_waits_for_its_database_ends_in_order()
    {
        var builder = ServiceHost.CreateBuilder(
            [$"--Platform:DataFolder={_folder}", "--Database:Provider=postgres", "--Database:ConnectionString=Host=127.0.0.1;Port=1;Username=nobody"], "xcart");
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, StopsSoon>());

        await ServiceHost.RunAsync(builder).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_service_whose_launcher_is_gone_does_not_wait_for_its_database_for_ever()
    {
        var input = System.Console.In;
        System.Console.SetIn(TextReader.Null);
        try
        {
            var builder = ServiceHost.CreateBuilder(
                [$"--Platform:DataFolder={_folder}", "--StopWithInput=true", "--Database:Provider=postgres", "--Database:ConnectionString=Host=127.0.0.1;Port=1;Username=nobody"], "xcart");

            await ServiceHost.RunAsync(builder).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
        finally
        {
            System.Console.SetIn(input);
        }
    }

    [Fact]
    public void Files_in_the_secrets_folder_are_configuration_and_the_command_line_wins()
    {
        File.WriteAllText(Path.Combine(_folder, "Database__ConnectionString"), "Data Source=secret.db");
        File.WriteAllText(Path.Combine(_folder, "Database__Provider"), "postgres");

        var builder = ServiceHost.CreateBuilder([$"--Secrets:Folder={_folder}", "--Database:Provider=sqlite"], "xcart");

        Assert.Equal("Data Source=secret.db", builder.Configuration["Database:ConnectionString"]);
        Assert.Equal("sqlite", builder.Configuration["Database:Provider"]);
    }

    private sealed class StopsSoon(IHostApplicationLifetime lifetime) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken)
        {
            _ = Task.Run(
                async () =>
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(300), CancellationToken.None);
                    lifetime.StopApplication();
                },
                CancellationToken.None);
            return Task.CompletedTask;
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Hello : IEndpointModule
    {
        public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/hello", () => Results.Text("hello"));
    }
}
