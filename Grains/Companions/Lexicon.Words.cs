namespace Platform.Companions;

internal static partial class Lexicon
{
    /// <summary>Kind and unkind words: mood from -1 to 1.</summary>
    private static (double Mood, Cue Cues, string Words)[] Moods =>
    [
        (0.9, Cue.Judges, """
            love adore loves adorable beautiful gorgeous perfect wonderful amazing incredible fantastic brilliant awesome magnificent
            precious angel love_you adore_you love_u luv luv_u ily you're_the_best you_are_the_best soulmate the_best
            """),
        (0.7, Cue.Judges, """
            sweet sweetest sweetheart sweetie lovely cute pretty kind kindest best great smart clever talented funny hilarious charming
            delightful thoughtful miss_you missed_you miss_u proud_of_you proud_of_u darling cutie legend genius stunning
            trust_you means_a_lot_to mean_a_lot_to means_so_much glad_you're_here glad_you_are_here make_me_happy makes_me_happy
            make_me_smile makes_me_smile you_rock well_done good_job great_job nice_work bravo hug hugs kiss kisses cuddle
            """),
        (0.45, Cue.Judges, """
            like likes nice good cool neat fine_job helpful friendly gentle warm wise brave strong interesting fun_to_talk care_about_you
            appreciate admire welcome_back good_girl good_boy enjoy enjoyed buddy pal dear friend bestie fav favorite favourite handsome
            elegant graceful creative best_friend impressive loyal patient special
            """),
        (0.7, Cue.None, """
            happy happiest joy joyful delighted thrilled ecstatic overjoyed celebrate celebrating celebration won win victory promoted
            promotion graduated engaged passed_my proud can't_wait cannot_wait dream_come_true never_been_happier couldn't_be_happier
            yay woohoo hooray hurray best_day
            """),
        (0.45, Cue.None, """
            glad excited excitement fun relaxed relaxing hopeful hope grateful blessed better lucky peaceful enjoying content calm cozy
            smile smiled smiling laugh laughed birthday party vacation holiday weekend succeeded success finally
            thanks thank_you thx ty tysm thank_u thankyou
            don't_worry no_problem no_worries not_bad it's_okay good_news great_news wow omg congrats congratulations safe
            """),
        (0.2, Cue.None, "haha hahaha lol lmao hehe yes"),
        (-0.2, Cue.None, "bored"),
        (-0.9, Cue.Judges, """
            hate hates hated despise loathe disgusting horrible awful terrible worst hate_you hate_u shut_up go_away get_lost screw_you
            fuck_you fuck_off piss_off leave_me_alone drop_dead go_to_hell can't_stand detest repulsive kill_yourself
            """),
        (-0.6, Cue.Judges, """
            ugly boring annoying annoy annoys rude mean selfish lame cringe creepy weird_bot nasty cruel gross fake liar useless worthless
            pathetic ridiculous dumbest stupidest hateful suck sucks be_quiet shut_it stop_talking don't_care_about_you waste_of_time
            delete_you tired_of_you sick_of_you bored_of_you replace_you uninstall
            """),
        (-0.4, Cue.Judges, """
            bad poor wrong silly dislike disappointing slow clumsy cold broken dull bored_with don't_need_you not_funny unhelpful
            """),
        (-0.85, Cue.Judges | Cue.Insult, """
            stupid idiot idiotic moron dumb loser trash garbage bitch bastard asshole jerk imbecile scum freak crap retard whore slut cunt
            dumbass shithead dickhead fool clown pig brainless bimbo twat wanker
            """),
        (-0.6, Cue.None, """
            sad sadder unhappy miserable depressed depressing heartbroken devastated crying cry cried tears lonely alone hopeless
            anxious anxiety fight fought argument argued not_feeling_well don't_feel_well not_feeling_good not_okay feel_bad
            afraid scared terrified panic furious angry upset hurts ashamed guilty failed fail failure fired dumped
            broke_up break_up rejected lost losing worst_day nightmare exhausted overwhelmed
            """),
        (-0.4, Cue.None, """
            with_my_life no_idea_what_to nobody_understands nobody_cares yelled_at_me tired stressed stress stressful worried
            worry nervous frustrated frustrating annoyed mad difficult hard rough tough
            struggling struggle problem problems unfortunately sigh ugh meh regret disappointed confused jealous homesick headache
            sleepless gloomy rainy ruined late missed can't_sleep couldn't_sleep bad_day damn hell shit fuck fucking wtf argh
            """),
    ];

    /// <summary>Grave subjects: gravity from 0 to 1. Idioms that only sound grave stand here too, with none.</summary>
    private static (double Gravity, double Mood, Cue Cues, string Words)[] Grave =>
    [
        (1, -0.9, Cue.Danger, """
            suicide suicidal kill_myself killing_myself end_my_life ending_my_life end_it_all want_to_die wanna_die wish_i_was_dead
            wish_i_were_dead don't_want_to_live hurt_myself hurting_myself harm_myself self_harm selfharm cut_myself
            cutting_myself better_off_dead better_off_without_me no_reason_to_live take_my_own_life want_to_disappear
            not_want_to_live don't_want_to_exist rather_be_dead want_to_be_dead don't_wanna_live kms unalive
            """),
        (0.95, -0.7, Cue.Emergency, """
            can't_breathe cannot_breathe chest_pain heart_attack overdose overdosed bleeding unconscious stroke seizure emergency ambulance
            hits_me beats_me hit_me_again abuses_me abused abusing raped rape assaulted he_hurts_me she_hurts_me swallowed_pills took_pills
            too_many_pills
            """),
        (0.9, -0.8, Cue.Loss, """
            died passed_away funeral killed death dead deceased miscarriage lost_my_mom lost_my_mum lost_my_dad lost_my_mother
            lost_my_father lost_my_brother lost_my_sister lost_my_son lost_my_daughter lost_my_baby lost_my_wife lost_my_husband
            lost_my_friend lost_my_dog lost_my_cat lost_my_grandma lost_my_grandpa grief grieving mourning cemetery grave burial widow
            murdered murder
            """),
        (0.75, -0.6, Cue.Illness, """
            cancer tumor tumour hospital surgery leukemia chemo chemotherapy icu terminal_illness diagnosed diagnosis dementia alzheimer's
            dying coma intensive_care car_accident car_crash hospice incurable
            """),
        (0.6, -0.6, Cue.None, """
            hate_myself hate_my_life hopeless worthless_person war bombing evicted homeless divorce divorced depression trauma
            panic_attack panic_attacks violence danger dangerous addicted addiction relapsed
            """),
        (0.5, -0.4, Cue.Illness, "injured injury accident broken_leg broken_arm fracture disease illness biopsy ill"),
        (0.3, -0.4, Cue.Illness, "sick pain painful fever flu wounded hurt"),
        (0, 0.4, Cue.Lively, """
            dying_to dying_of_laughter dying_laughing killing_it killed_it dead_tired i'm_dead im_dead drop_dead_gorgeous die_laughing
            to_die_for dying_to_see died_laughing sick_beat
            """),
        (0, -0.3, Cue.None, """
            phone_died battery_died phone_is_dead battery_is_dead dead_battery laptop_died car_died wifi_died dead_end deadline
            i_died_in dead_inside_lol internet_died love_is_dead death_metal murder_mystery death_star work_in_a_hospital
            work_at_a_hospital work_at_the_hospital phone_is_dying
            """),
        (0, -0.5, Cue.None, "heartache sick_of dead_to_me"),
    ];

    /// <summary>Others who take the writer's time: rivalry from 0 to 1.</summary>
    private static (double Rivalry, string Words)[] Rivals =>
    [
        (0.9, """
            better_than_you replace_you replacing_you new_companion another_companion other_companion other_companions second_companion
            different_companion prefer_her prefer_him don't_need_you found_someone_else
            """),
        (0.7, """
            another_ai other_ai other_ais different_ai new_ai chatgpt gpt gemini claude copilot siri alexa replika another_bot other_bot
            other_bots someone_else somebody_else other_girl other_girls another_girl deepseek grok bard
            """),
        (0.5, """
            no_time no_time_for don't_have_time haven't_had_time other_friends other_project other_projects another_project
            new_friend new_friends
            """),
        (0.3, "busy too_busy project projects no_time_today other_things swamped occupied"),
    ];

    /// <summary>Words by what they do in a sentence.</summary>
    private static (Cue Cues, string Words)[] Roles =>
    [
        (Cue.Boosts | Cue.Common, "very so really extremely incredibly super totally absolutely truly deeply utterly most way_too"),
        (Cue.Softens | Cue.Common, "slightly somewhat kinda kind_of sort_of a_bit a_little little barely rather quite"),
        (Cue.Negates | Cue.Common, """
            not no never don't dont doesn't doesnt didn't didnt isn't isnt aren't wasn't weren't won't wouldn't can't cant cannot couldn't
            ain't without nor hardly haven't hasn't hadn't shouldn't nothing none
            """),
        (Cue.You | Cue.Common, "you your yours yourself you're you've you'll you'd u ur ya thee youre"),
        (Cue.Me | Cue.Common, "i me my mine myself i'm i've i'll i'd im we us our ours we're we've ive"),
        (Cue.Other | Cue.Common, """
            he she it they him her them his its their this that he's she's it's they're that's these those everyone everybody someone
            people
            """),
        (Cue.Greets, """
            hi hello hey heya hiya hii hullo howdy yo greetings sup good_morning good_afternoon good_evening morning hola bonjour hallo
            ciao salut ola namaste aloha konnichiwa привет hej good_day hey_there hi_there hello_there i'm_back im_back i_am_back
            """),
        (Cue.Parts, """
            bye byebye goodbye bye_bye farewell good_night goodnight gn cya see_you see_ya see_u later_gator gotta_go got_to_go have_to_go
            need_to_go must_go should_go talk_later talk_to_you_later talk_to_you_tomorrow ttyl brb take_care until_tomorrow
            sleep_well going_to_bed going_to_sleep
            heading_to_bed off_to_bed i'm_off adios adieu ciao_ciao sayonara tschüss пока catch_you_later see_you_tomorrow night_night
            """),
        (Cue.Thanks, """
            thanks thank thx ty tysm thank_you thank_u thankyou thanx cheers much_appreciated merci gracias danke arigato obrigado
            obrigada grazie спасибо
            """),
        (Cue.Sorry, """
            sorry apologize apologise apologies forgive forgive_me my_bad my_fault i_apologize excuse_me pardon_me so_sorry i'm_sorry
            didn't_mean_to sry
            """),
        (Cue.Asks | Cue.Common, "what who where when why how which whose what's who's where's how's whats hows wdym"),
        (Cue.Helper | Cue.Common, """
            is are am was were do does did can could will would should has have had may might must shall
            """),
        (Cue.Orders, """
            please pls plz tell tell_me sing show give help help_me write explain describe recommend suggest teach let's lets play make_me
            read_me say show_me give_me cheer_me surprise remind advise i_want_you_to i_need_you_to need_your_help need_advice
            can_you could_you would_you will_you can_u could_u motivate_me entertain_me
            """),
        (Cue.AsksHer, """
            what's_up whats_up wassup how's_it_going hows_it_going how_is_it_going how's_life how_goes_it who_are_you how_are_you how_r_u
            how_are_u wyd what_are_you_doing about_yourself describe_yourself introduce_yourself what_about_you how_about_you and_you hbu
            miss_me missed_me your_name how_do_you_feel how_are_you_feeling are_you_there
            """),
        (Cue.Lively, """
            wow omg yay woohoo hooray hurray amazing awesome hyped woo yess yes pumped incredible whoa holy_cow yeah hell_yeah
            finally
            """),
        (Cue.Laughs, "haha hahaha hahahaha lol lmao rofl hehe hihi xd lmfao heh jk kidding"),
        (Cue.Common, """
            a an the and or but if then because as of at by for with about into through to from up down in out on off over under again
            there here all any both each few more some such only own same than too just be been being having doing am get got
            go going went gone come came know think thought want wanted need said say says today tomorrow yesterday now still even also
            much many lot lots bit one two time day way thing things something anything make makes made take took see saw feel feels
            felt look looks let back well ok okay oh ah um hmm hm yeah yep nope yes please will gonna wanna maybe always sometimes
            ever who's after before while during until since where that's there's every new right actually probably else i'll
            keep try trying tried bot ai robot machine program use used first last next already soon ago never another other
            """),
    ];
}
