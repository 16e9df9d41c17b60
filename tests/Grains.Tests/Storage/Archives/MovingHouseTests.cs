using System.Text.Json;
using Platform.Companions;
using Platform.Conversations;
using Platform.Identity;
using Platform.Security;
using Platform.Storage;
using Platform.Testing;
using Platform.Wallets;

namespace Platform.Tests.Storage.Archives;

/// <summary>Actors that lived on one engine go on living on the other, and back.</summary>
public sealed class MovingHouseTests(TestDatabases databases) : IClassFixture<TestDatabases>, IDisposable
{
    private static readonly IdSource Ids = new(TimeProvider.System, new SystemEntropy());

    private readonly string _directory = Directory.CreateTempSubdirectory("platform-house-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [PostgresFact]
    public async Task The_same_actors_answer_the_same_on_the_other_engine_and_go_on_from_there()
    {
        var postgres = (await databases.CreateAsync("postgres")).Connection;
        string before, later;
        (string Demi, string Clerk, long Conversation) who;
        await using (var house = await House.OpenAsync(At("first")))
        {
            who = await SettleInAsync(house);
            await LiveAsync(house, who, 1);
            before = await LookAsync(house, who);
            await house.Database.ExportAsync(At("there"));
        }

        await ImportAsync(new PostgresDatabase(postgres), At("there"));
        await using (var house = await House.OpenAsync(At("second"), postgres))
        {
            Assert.Equal(before, await LookAsync(house, who));
            await LiveAsync(house, who, 2);
            later = await LookAsync(house, who);
            Assert.NotEqual(before, later);
            await house.Database.ExportAsync(At("back"));
        }

        await ImportAsync(new SqliteDatabase(Path.Combine(At("third"), "platform.db")), At("back"));
        await using (var house = await House.OpenAsync(At("third")))
        {
            Assert.Equal(later, await LookAsync(house, who));
            await LiveAsync(house, who, 3);
            Assert.Empty((await new LedgerAudit(house.Database, TimeProvider.System).RunAsync()).Problems);
        }
    }

    /// <summary>Somebody of each sort: with a companion who wakes by herself, with conversations that are counted, with a code that was mailed.</summary>
    private static async Task<(string Demi, string Clerk, long Conversation)> SettleInAsync(House house)
    {
        var demi = await RegisterAsync(house, Products.Demi);
        var clerk = await RegisterAsync(house, Products.ByteForge);
        await house.Grains.GetGrain<ISignInGrain>(Products.FigureForge).MailSignInCode("ada+code@example.com");
        var conversation = await house.Grains.GetGrain<IConversationsGrain>(clerk).Create("Trains", Ids.Next());
        Assert.NotNull((await house.Grains.GetGrain<IWalletGrain>(demi).Deposit(new("buy", LedgerEntryType.Purchase, 100, "100 credits"))).Value);
        return (demi, clerk, conversation.Value!.Number);
    }

    private static async Task LiveAsync(House house, (string Demi, string Clerk, long Conversation) who, int round)
    {
        var chat = house.Grains.GetGrain<ICompanionChatGrain>(who.Demi);
        for (var i = 0; i < 3; i++) Assert.NotNull((await chat.Say(who.Demi, new NewMessage(Ids.Next(), $"Žluť 😀 {i}"))).Value);
        var conversation = house.Grains.GetGrain<IConversationGrain>(IConversationGrain.Key(who.Conversation));
        Assert.NotNull((await conversation.Send(who.Clerk, "What is a bogie?", Ids.Next())).Value);
        var wallet = house.Grains.GetGrain<IWalletGrain>(who.Demi);
        Assert.NotNull((await wallet.Spend(new($"spend {round}", 7, "a picture"))).Value);
        Assert.NotNull((await wallet.Hold(new($"hold {round}", 5, "work", DateTimeOffset.UtcNow.AddHours(1)))).Value);
        if (round > 1) Assert.NotNull((await wallet.Capture($"hold {round - 1}", 3)).Value);
    }

    /// <summary>What actors say of themselves, and what wakes them.</summary>
    private static async Task<string> LookAsync(House house, (string Demi, string Clerk, long Conversation) who)
    {
        var grains = house.Grains;
        var wallet = grains.GetGrain<IWalletGrain>(who.Demi);
        var reminders = (await house.Reminders.ReadRows(0, 0)).Reminders.OrderBy(static one => $"{one.GrainId}/{one.ReminderName}").ToList();
        Assert.Contains(reminders, one => one.GrainId.ToString() == $"companion/{who.Demi}");
        Assert.Contains(reminders, static one => one.GrainId.ToString() == "mailedcode/figureforge:ada+code@example.com");
        return JsonSerializer.Serialize(new
        {
            Demi = (await grains.GetGrain<ISignInGrain>(Products.Demi).SignIn(new(Email(Products.Demi), "password123"))).Value!.Account,
            Clerk = (await grains.GetGrain<ISignInGrain>(Products.ByteForge).SignIn(new(Email(Products.ByteForge), "password123"))).Value!.Account,
            Said = (await grains.GetGrain<ICompanionChatGrain>(who.Demi).History(who.Demi, 1, 100)).Value,
            Asked = (await grains.GetGrain<IConversationGrain>(IConversationGrain.Key(who.Conversation)).History(who.Clerk)).Value,
            Conversations = await grains.GetGrain<IConversationsGrain>(who.Clerk).List(),
            Balance = await wallet.Balance(),
            Ledger = await wallet.Entries(1, 100, null),
            Keys = await grains.GetGrain<ISigningKeysGrain>(ISigningKeysGrain.TheKey).Get(),
            Links = await grains.GetGrain<ILinkSecretsGrain>(ILinkSecretsGrain.TheKey).Get(),
            Reminders = reminders.Select(static one => $"{one.GrainId} {one.ReminderName} {one.StartAt.Ticks} {one.Period}"),
        });
    }

    private static async Task<string> RegisterAsync(House house, string product) =>
        (await house.Grains.GetGrain<ISignInGrain>(product).Register(new(Email(product), Username: null, "password123"))).Value!.Account.Id;

    private static string Email(string product) => $"ada+{product}@example.com";

    private static async Task ImportAsync(Database database, string file)
    {
        await using (database) await database.ImportAsync(file);
    }

    private string At(string name) => Path.Combine(_directory, name);
}
