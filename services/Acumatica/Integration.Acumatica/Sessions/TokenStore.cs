using System.Security.Cryptography;
using System.Text.Json;
using Integration.Platform.Database;
using Integration.Platform.Secrets;
using Microsoft.Extensions.Logging;

namespace Integration.Acumatica.Sessions;

/// <summary>Token chains in the service's database, sealed.</summary>
internal sealed partial class TokenStore(IDatabase database, ISealer sealer, TimeProvider clock, ILogger<TokenStore> log) : ITokenStore
{
    private const string Purpose = "acumatica-session";

    /// <inheritdoc />
    public async Task<TokenChain> LoadAsync(string connection, int seat, CancellationToken ct)
    {
        var row = await database.ReadAsync((unit, token) => unit.FirstOrDefaultAsync<Row>(
            "SELECT sealed_tokens AS SealedTokens FROM acumatica_session WHERE connection = @connection AND seat = @seat",
            new { connection, seat }, token), ct);
        if (row is null) return TokenChain.Empty;
        try
        {
            return JsonSerializer.Deserialize<TokenChain>(sealer.Open(row.SealedTokens, Purpose)) ?? TokenChain.Empty;
        }
        catch (CryptographicException)
        {
            // A lost sealing key costs one new sign-in, nothing else.
            LogUnreadable(connection);
            return TokenChain.Empty;
        }
    }

    /// <inheritdoc />
    public Task SaveAsync(string connection, int seat, TokenChain chain, CancellationToken ct)
    {
        var row = new { connection, seat, sealedTokens = sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(chain), Purpose), at = clock.UnixMs() };
        return database.TransactAsync((unit, token) => unit.ExecuteAsync(
            """
            INSERT INTO acumatica_session (connection, seat, sealed_tokens, updated_at) VALUES (@connection, @seat, @sealedTokens, @at)
            ON CONFLICT (connection, seat) DO UPDATE SET sealed_tokens = excluded.sealed_tokens, updated_at = excluded.updated_at
            """, row, token), ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The stored session of {Connection} cannot be opened with the present sealing keys; signing in anew.")]
    private partial void LogUnreadable(string connection);

    private sealed class Row
    {
        public byte[] SealedTokens { get; init; } = [];
    }
}
