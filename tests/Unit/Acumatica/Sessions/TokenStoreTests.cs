using System.Security.Cryptography;
using System.Text;
using Integration.Acumatica.Sessions;
using Integration.Platform.Database;
using Integration.Platform.Secrets;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Integration.Tests.Unit.Acumatica.Sessions;

public sealed class TokenStoreTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("acumatica-tokens").FullName;
    private IDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = DatabaseRegistration.Open(new DatabaseOptions { ConnectionString = $"Data Source={Path.Combine(_folder, "tokens.db")};Pooling=False" });
        await DatabaseRegistration.MigrateAsync(_database, [new SessionMigrations()], TimeProvider.System, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)_database).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_newest_chain_of_each_seat_is_kept_and_unreadable_in_the_database()
    {
        var store = Store(new Sealer(7));
        Assert.Equal(TokenChain.Empty, await store.LoadAsync("erp", 0, CancellationToken.None));

        await store.SaveAsync("erp", 0, Chain("first"), CancellationToken.None);
        await store.SaveAsync("erp", 0, Chain("second"), CancellationToken.None);
        await store.SaveAsync("erp", 1, Chain("other seat"), CancellationToken.None);

        Assert.Equal(Chain("second"), await Store(new Sealer(7)).LoadAsync("erp", 0, CancellationToken.None));
        Assert.Equal(Chain("other seat"), await Store(new Sealer(7)).LoadAsync("erp", 1, CancellationToken.None));
        var files = Directory.GetFiles(_folder).SelectMany(File.ReadAllBytes).ToArray();
        Assert.False(files.AsSpan().IndexOf(Encoding.UTF8.GetBytes("refresh second")) >= 0);
    }

    [Fact]
    public async Task A_lost_sealing_key_costs_a_new_sign_in_and_nothing_else()
    {
        await Store(new Sealer(7)).SaveAsync("erp", 0, Chain("first"), CancellationToken.None);

        Assert.Equal(TokenChain.Empty, await Store(new Sealer(8)).LoadAsync("erp", 0, CancellationToken.None));
    }

    private static TokenChain Chain(string name) => new() { AccessToken = $"access {name}", RefreshToken = $"refresh {name}", ExpiresAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) };

    private TokenStore Store(ISealer sealer) => new(_database, sealer, TimeProvider.System, NullLogger<TokenStore>.Instance);

    // Not a cipher: enough to tell sealed from plain and one key from another.
    private sealed class Sealer(byte key) : ISealer
    {
        public byte[] Seal(ReadOnlySpan<byte> plain, string purpose) => [key, .. plain.ToArray().Select(value => (byte)(value ^ key))];

        public byte[] Open(ReadOnlySpan<byte> sealedBytes, string purpose) =>
            sealedBytes[0] == key ? [.. sealedBytes[1..].ToArray().Select(value => (byte)(value ^ key))] : throw new CryptographicException("Another key.");
    }
}
