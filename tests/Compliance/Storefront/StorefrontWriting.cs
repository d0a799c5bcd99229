using Integration.Connectors.Outcomes;
using Integration.Contracts.Orders;
using Xunit;

namespace Integration.Tests.Compliance.Storefront;

/// <summary>Writing back to orders, for every storefront connector; where it lacks a port, the lack must be named.</summary>
public abstract class StorefrontWriting
{
    private protected abstract Task<StorefrontStage> StageAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ports_and_capabilities_agree()
    {
        await using var stage = await StageAsync();
        var capabilities = stage.Storefront.Capabilities;

        Assert.Equal(capabilities.WriteFulfilmentStatus, stage.Storefront.FulfilmentStatus is not null);
        Assert.Equal(capabilities.WriteTracking, stage.Storefront.Tracking is not null);
        Assert.Equal(capabilities.WriteErpNumber, stage.Storefront.ErpNumber is not null);
        var lacks = new[] { capabilities.WriteFulfilmentStatus, capabilities.WriteTracking, capabilities.WriteErpNumber, capabilities.ChangedSince }.Count(can => !can);
        Assert.True(capabilities.Unsupported.Count >= lacks);
    }

    [Fact]
    public async Task A_status_is_written_once()
    {
        await using var stage = await StageAsync();
        var status = stage.Storefront.FulfilmentStatus;
        if (status is null)
        {
            LackIsNamed(stage, "status");
            return;
        }

        var id = await stage.PlaceAsync(new StagedOrder());
        var code = stage.Features.ShippedCode;

        Assert.IsType<LookOutcome.NotFound>(await status.LookAsync(id, code, Ct));
        Assert.IsType<WriteOutcome.Done>(await status.SetAsync(id, code, Ct));
        Assert.Equal(code, (await stage.StateAsync(id)).FulfilmentCode);
        var writes = stage.Writes;
        Assert.IsType<LookOutcome.Same>(await status.LookAsync(id, code, Ct));
        Assert.IsType<WriteOutcome.AlreadyDone>(await status.SetAsync(id, code, Ct));
        Assert.Equal(writes, stage.Writes);
    }

    [Fact]
    public async Task A_status_code_that_does_not_exist_is_rejected()
    {
        await using var stage = await StageAsync();
        if (stage.Storefront.FulfilmentStatus is null)
        {
            LackIsNamed(stage, "status");
            return;
        }

        var id = await stage.PlaceAsync(new StagedOrder());

        Assert.IsType<WriteOutcome.Rejected>(await stage.Storefront.FulfilmentStatus.SetAsync(id, "ZZZ", Ct));
        Assert.Equal(stage.Features.NewCode, (await stage.StateAsync(id)).FulfilmentCode);
    }

    [Fact]
    public async Task Each_tracking_number_is_added_once()
    {
        await using var stage = await StageAsync();
        var tracking = stage.Storefront.Tracking;
        if (tracking is null)
        {
            LackIsNamed(stage, "tracking");
            return;
        }

        var id = await stage.PlaceAsync(new StagedOrder());

        Assert.IsType<WriteOutcome.Done>(await tracking.AddAsync(id, "1Z999AA10123456784", Ct));
        Assert.IsType<WriteOutcome.Done>(await tracking.AddAsync(id, "JD014600003SE ü", Ct));
        Assert.IsType<WriteOutcome.AlreadyDone>(await tracking.AddAsync(id, "1Z999AA10123456784", Ct));
        Assert.IsType<LookOutcome.Same>(await tracking.LookAsync(id, "JD014600003SE ü", Ct));
        Assert.Equal(["1Z999AA10123456784", "JD014600003SE ü"], (await stage.StateAsync(id)).TrackingNumbers);
    }

    [Fact]
    public async Task The_erp_number_is_noted_once_beside_what_staff_wrote()
    {
        await using var stage = await StageAsync();
        var notes = stage.Storefront.ErpNumber;
        if (notes is null)
        {
            LackIsNamed(stage, "ERP");
            return;
        }

        var id = await stage.PlaceAsync(new StagedOrder());
        await stage.NoteAsync(id, "Größe prüfen");

        Assert.IsType<LookOutcome.NotFound>(await notes.LookAsync(id, "SO-000123", Ct));
        Assert.IsType<WriteOutcome.Done>(await notes.WriteAsync(id, "SO-000123", Ct));
        Assert.IsType<WriteOutcome.AlreadyDone>(await notes.WriteAsync(id, "SO-000123", Ct));
        Assert.IsType<LookOutcome.Same>(await notes.LookAsync(id, "SO-000123", Ct));
        Assert.Equal("Größe prüfen\nERP: SO-000123", (await stage.StateAsync(id)).StaffNotes);
    }

    [Fact]
    public async Task An_order_is_shown_cancelled_once_and_reads_back_as_such()
    {
        await using var stage = await StageAsync();
        var status = stage.Storefront.PaymentStatus;
        if (status is null)
        {
            LackIsNamed(stage, "payment status");
            return;
        }

        var id = await stage.PlaceAsync(new StagedOrder());
        var code = stage.Features.CancelledCode;

        Assert.IsType<LookOutcome.NotFound>(await status.LookAsync(id, code, Ct));
        Assert.IsType<WriteOutcome.Rejected>(await status.SetAsync(id, "ZZZ", Ct));
        Assert.IsType<WriteOutcome.Done>(await status.SetAsync(id, code, Ct));
        var writes = stage.Writes;
        Assert.IsType<LookOutcome.Same>(await status.LookAsync(id, code, Ct));
        Assert.IsType<WriteOutcome.AlreadyDone>(await status.SetAsync(id, code, Ct));
        Assert.Equal(writes, stage.Writes);
        Assert.Equal(PaymentStatus.Cancelled, Assert.IsType<ReadOutcome<Order>.Found>(await stage.Storefront.Orders.ReadAsync(stage.Pair, id, Ct)).Value.PaymentStatus);
        Assert.IsType<WriteOutcome.Rejected>(await status.SetAsync("987654", code, Ct));
    }

    [Fact]
    public async Task A_note_is_added_once_beside_what_staff_wrote()
    {
        await using var stage = await StageAsync();
        var notes = stage.Storefront.Notes;
        if (notes is null)
        {
            LackIsNamed(stage, "notes");
            return;
        }

        var id = await stage.PlaceAsync(new StagedOrder());
        await stage.NoteAsync(id, "Größe prüfen");
        const string line = "Changed in the ERP. MUG-01: quantity 3 is now 2. Łódź";

        Assert.IsType<WriteOutcome.Done>(await notes.AddAsync(id, line, Ct));
        Assert.IsType<WriteOutcome.AlreadyDone>(await notes.AddAsync(id, line, Ct));
        Assert.IsType<LookOutcome.Same>(await notes.LookAsync(id, line, Ct));
        Assert.IsType<WriteOutcome.Rejected>(await notes.AddAsync(id, "two\nlines", Ct));
        Assert.Equal($"Größe prüfen\n{line}", (await stage.StateAsync(id)).StaffNotes);
        Assert.True(notes.LongestLine >= 200);
    }

    [Fact]
    public async Task A_write_whose_answer_never_came_is_unknown_and_a_look_finds_it()
    {
        await using var stage = await StageAsync();
        var tracking = stage.Storefront.Tracking;
        if (tracking is null)
        {
            LackIsNamed(stage, "tracking");
            return;
        }

        var id = await stage.PlaceAsync(new StagedOrder());
        stage.Make(Trouble.WriteWithoutAnswer);

        Assert.IsType<WriteOutcome.Unknown>(await tracking.AddAsync(id, "1Z1", Ct));
        stage.Heal();
        Assert.IsType<LookOutcome.Same>(await tracking.LookAsync(id, "1Z1", Ct));
        Assert.Equal(["1Z1"], (await stage.StateAsync(id)).TrackingNumbers);
    }

    [Fact]
    public async Task A_write_that_was_lost_is_unknown_and_a_look_does_not_find_it()
    {
        await using var stage = await StageAsync();
        var status = stage.Storefront.FulfilmentStatus;
        if (status is null)
        {
            LackIsNamed(stage, "status");
            return;
        }

        var id = await stage.PlaceAsync(new StagedOrder());
        stage.Make(Trouble.WriteLost);

        Assert.IsType<WriteOutcome.Unknown>(await status.SetAsync(id, stage.Features.ShippedCode, Ct));
        stage.Heal();
        Assert.IsType<LookOutcome.NotFound>(await status.LookAsync(id, stage.Features.ShippedCode, Ct));
    }

    [Fact]
    public async Task An_order_that_does_not_exist_is_never_written()
    {
        await using var stage = await StageAsync();
        var writes = stage.Writes;
        foreach (var id in new[] { "987654", "", "0", "x" })
        {
            if (stage.Storefront.FulfilmentStatus is { } status) Assert.IsType<WriteOutcome.Rejected>(await status.SetAsync(id, stage.Features.ShippedCode, Ct));
            if (stage.Storefront.Tracking is { } tracking) Assert.IsType<WriteOutcome.Rejected>(await tracking.AddAsync(id, "1Z", Ct));
            if (stage.Storefront.ErpNumber is { } notes) Assert.IsType<WriteOutcome.Rejected>(await notes.WriteAsync(id, "SO-1", Ct));
        }

        Assert.Equal(writes, stage.Writes);
    }

    // What a storefront cannot do must be said in words that people find.
    private static void LackIsNamed(StorefrontStage stage, string word) =>
        Assert.Contains(stage.Storefront.Capabilities.Unsupported, lack => lack.Contains(word, StringComparison.OrdinalIgnoreCase));
}
