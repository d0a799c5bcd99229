namespace Integration.Platform.Hosting;

/// <summary>What every service has. Configuration section <c>Platform</c>.</summary>
public sealed class PlatformOptions
{
    /// <summary>Folder of the embedded database and of keys made here. Default <c>.data</c> under the working folder.</summary>
    public string DataFolder { get; set; } = ".data";

    /// <summary>The service's name in telemetry, health answers and logs. Set by <see cref="ServiceHost.CreateBuilder"/>.</summary>
    public string Service { get; set; } = "integration";
}
